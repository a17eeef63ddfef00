import { readableDate, readableNumber, type Language } from '../../../../web/ui/formats.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { KindSummary } from '../../contract/list.ts'
import { texts } from './texts.ts'
import { titleOf } from './values.ts'

interface Props {
  title: string
  year: number
  kinds: KindSummary[]
  language: Language
  mayEnter: boolean
}

/** The kinds of one pack, each with its way to the list and to a new record. */
export function KindGroup({ title, year, kinds, language, mayEnter }: Props) {
  const { kinds: messages } = useText(texts)
  return (
    <table className="kinds-table">
      <caption lang="zh-CN">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.kind}</th>
          <th scope="col" className="number">{messages.thisYear(year)}</th>
          <th scope="col">{messages.last}</th>
          {mayEnter && <td className="no-print" />}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind.kind}>
            <th scope="row"><Link to={`/records/${kind.kind}`}>{titleOf(kind, language)}</Link></th>
            <td className={kind.thisYear === 0 ? 'number muted' : 'number'}>{readableNumber(kind.thisYear)}</td>
            <td className={kind.lastOccurredOn === null ? 'muted' : ''}>
              {kind.lastOccurredOn === null ? messages.nothingYet : readableDate(kind.lastOccurredOn, language)}
            </td>
            {mayEnter && (
              <td className="kinds-enter no-print">
                <Link to={`/records/new?kind=${kind.kind}`}>{messages.enter}<span className="unseen">{titleOf(kind, language)}</span></Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
