import { Button } from 'antd'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import type { Claim } from './questions.ts'
import { texts } from './texts.ts'

interface Props {
  claim: Claim | undefined
  at: number
  total: number
  onMove(index: number): void
}

/** The verdict on one place: what stands there, what was expected, and why. */
export function ClaimPanel({ claim, at, total, onMove }: Props) {
  const text = useText(texts)
  if (claim === undefined) return <aside className="claim-panel"><Blank title={text.none} explain="" /></aside>
  return (
    <aside className="claim-panel" aria-live="polite">
      <p className={`claim-verdict claim-verdict-${claim.verdict}`}><span aria-hidden="true">{text.marks[claim.verdict]}</span> {text.verdicts[claim.verdict]}</p>
      <dl className="claim-facts" lang="zh-CN">
        <div><dt>{text.stands}</dt><dd>{claim.text}</dd></div>
        {claim.expected !== null && <div><dt>{text.expected}</dt><dd>{claim.expected}</dd></div>}
        <div><dt>{text.reason}</dt><dd>{claim.reason}</dd></div>
      </dl>
      <div className="neighbours">
        <Button type="text" icon={<Icon shape="previous" />} disabled={at === 0} onClick={() => onMove(at - 1)}>{text.previous}</Button>
        <span className="muted">{text.position(at + 1, total)}</span>
        <Button type="text" icon={<Icon shape="next" />} iconPlacement="end" disabled={at + 1 >= total} onClick={() => onMove(at + 1)}>{text.next}</Button>
      </div>
    </aside>
  )
}
