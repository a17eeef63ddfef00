import { readableDate, readableNumber } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import type { FigureRecord } from './figure.ts'
import { texts } from './texts.ts'

export function RecordCard({ record }: { record: FigureRecord }) {
  const language = useLanguage()
  const { figure: messages } = useText(texts)
  const { source } = record
  return (
    <article className="record">
      <p className="record-top">
        <time dateTime={record.occurredOn}>{readableDate(record.occurredOn, language)}</time>
        <span lang="zh-CN">{record.unit}</span>
      </p>
      <h3 lang="zh-CN">{record.title}</h3>
      <dl className="record-fields" lang="zh-CN">
        {record.fields.map(({ title, value }) => <div key={title}><dt>{title}</dt><dd>{value}</dd></div>)}
      </dl>
      <p className="record-source">
        {source === null ? messages.entered : messages.source(source.file, source.sheet, readableNumber(source.row))}
      </p>
    </article>
  )
}
