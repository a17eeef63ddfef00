import type { Figure } from './figure.ts'
import { fractionText, valueText } from './figure-value.ts'

/** A figure's value; below it, for a rate or share, what it was divided from. */
export function FigureValue({ figure }: { figure: Figure }) {
  const fraction = fractionText(figure)
  return (
    <span className="value" lang="zh-CN">
      <span className="value-number">{valueText(figure)}</span>
      {fraction !== null && <small className="value-fraction">{fraction}</small>}
    </span>
  )
}
