import { Button } from 'antd'
import { openHere } from '../../../../web/ui/address.ts'
import { readableDate, readableMoment, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { Changes } from './report-changes.tsx'
import { texts } from './texts.ts'

type Figure = Changes['figures'][number]
type Changed = Figure['records'][number]

/** One figure then and now, and the records that made the difference. */
export function FigureChange({ figure }: { figure: Figure }) {
  const text = useText(texts)
  const narrowing = figure.narrowing.map(({ facet, value }) => `${facet}：${value}`).join('，')
  const rest = figure.changedRecords - figure.records.length
  return (
    <article className="change" lang="zh-CN">
      <p className="place-top">
        <Button type="link" size="small" className="change-number" aria-label={text.openFigure(figure.number)} onClick={() => openHere({ figure: String(figure.number) })}>{figure.number}</Button>
        {figure.metricTitle}
        {narrowing !== '' && `（${narrowing}）`}
      </p>
      <p className="place-sentence">{figure.sentence}</p>
      <dl className="then-now">
        <div><dt>{text.atIssue}</dt><dd>{worth(figure.atIssue, figure.measure)}</dd></div>
        <div className={figure.differs ? 'now-differs' : undefined}>
          <dt>{text.now}</dt>
          <dd>{figure.gap ?? worth(figure.now, figure.measure)}{!figure.differs && <small className="muted">{text.same}</small>}</dd>
        </div>
      </dl>
      <ul className="changed-records">
        {figure.records.map((record) => <li key={`${record.recordId}-${record.change}`}><ChangedRecord record={record} /></li>)}
      </ul>
      {rest > 0 && <p className="muted">{text.more(readableNumber(rest))}</p>}
    </article>
  )
}

function ChangedRecord({ record }: { record: Changed }) {
  const text = useText(texts)
  const language = useLanguage()
  const shown = (value: string) => (value === '' ? text.empty : value)
  return (
    <>
      <span className={`change-kind change-${record.change}`}>{text.change[record.change]}</span>
      <Link to={`/record/${record.recordId}`}>{readableDate(record.occurredOn, language)} {record.title}</Link>
      <span className="muted"> {record.unit} · {text.counts[record.counts]} · {text.by(record.by, readableMoment(record.at, language))}</span>
      {record.fields.map(({ title, before, after }) => <p key={title} className="muted">{text.field(title, shown(before), shown(after))}</p>)}
    </>
  )
}

/** A value with its measure; a rate always with numerator and denominator. */
export function worth({ value, numerator, denominator }: Figure['now'], measure: string): string {
  if (value === null) return '—'
  const whole = `${readableNumber(value)}${measure}`
  return numerator === null || denominator === null ? whole : `${whole}（${readableNumber(numerator)}/${readableNumber(denominator)}）`
}
