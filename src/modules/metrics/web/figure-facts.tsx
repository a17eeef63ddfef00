import { readableNumber, readablePeriod } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import type { FigureOfYear } from '../contract.ts'
import { changeOf, changeText, divides, fractionText, valueText } from './figure-words.ts'
import { texts } from './texts.ts'

/** The value with what it was divided from, how it was computed, and where its definition comes from. */
export function FigureFacts({ figure }: { figure: FigureOfYear }) {
  const { one, points, wholeBody } = useText(texts)
  const language = useLanguage()
  const { now, last, source } = figure
  const parts = divides(figure) ? [one.numerator, one.denominator] : figure.form === 'change' ? [one.changeNow, one.changeBefore] : null
  const numbers: [string, number | null][] = [
    ...(parts === null ? [] : ([[parts[0] ?? '', now.numerator], [parts[1] ?? '', now.denominator]] as [string, number | null][])),
    [one.records, now.records],
    ...(now.excluded > 0 ? ([[one.excluded, now.excluded]] as [string, number | null][]) : []),
  ]
  const lastParts = fractionText(last, figure)
  return (
    <div className="figure-facts-of-year">
      <div>
        <p className="muted">{figure.unit?.name ?? wholeBody} · {readablePeriod(figure.period, language)}</p>
        <p className="big-value" lang="zh-CN">{valueText(now, figure)}</p>
        {last !== null && (
          <p className="compared">
            {one.last} <span lang="zh-CN">{valueText(last, figure)}{lastParts === null ? '' : `（${lastParts}）`}</span>
            <span className="compared-change">{one.change} {changeText(changeOf(now, last, figure), figure, points)}</span>
          </p>
        )}
        <dl className="figure-parts">
          {numbers.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value === null ? '—' : readableNumber(value)}</dd></div>)}
        </dl>
      </div>
      <div>
        <h2>{one.how}</h2>
        <p className="how" lang="zh-CN">{now.how}</p>
        <dl className="metric-facts">
          <div><dt>{one.kind}</dt><dd lang="zh-CN"><Link to={`/records/${figure.kind}`}>{figure.kindTitle}</Link></dd></div>
          <div><dt>{one.phrases}</dt><dd lang="zh-CN">{figure.phrases.join('、') || '—'}</dd></div>
          <div>
            <dt>{one.source}</dt>
            <dd><span lang="zh-CN">{[source.rule, source.edition, source.article].filter(Boolean).join('，')}</span> <span className={`source-tag source-${source.tag}`}>{one.tags[source.tag]}</span></dd>
          </div>
          <div><dt>{one.pack}</dt><dd><span lang="zh-CN">{figure.packTitle}</span> <span className="muted">{figure.packVersion} · {one.position(readableNumber(figure.position))}</span></dd></div>
        </dl>
      </div>
    </div>
  )
}
