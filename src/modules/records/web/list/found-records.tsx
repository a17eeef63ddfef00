import { Skeleton } from 'antd'
import { useDeferredValue } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useFoundRecords } from './questions.ts'
import { texts } from './texts.ts'

/** The newest records of all kinds in which the words of the search stand. */
export function FoundRecords({ text }: { text: string }) {
  const { kinds: messages, empty } = useText(texts)
  const language = useLanguage()
  const found = useFoundRecords(useDeferredValue(text))
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  return (
    <section className="found-records" aria-live="polite">
      <h2>{messages.recordsFound(text)}</h2>
      {found.data.records.length === 0 && <p className="muted">{empty.nothingFound}</p>}
      <ol>
        {found.data.records.map(({ recordId, title, occurredOn, unit, kindTitle }) => (
          <li key={recordId}>
            <Link to={`/record/${recordId}`}>{title}</Link>
            <span className="muted"><span lang="zh-CN">{kindTitle} · {unit}</span> · {readableDate(occurredOn, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
