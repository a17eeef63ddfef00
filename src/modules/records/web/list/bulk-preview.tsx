import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { BulkPreview } from '../../contract/bulk.ts'
import type { KindDescription } from '../../contract/list.ts'
import { texts } from './texts.ts'
import { shownValue, titleOf } from './values.ts'

/** What an order would change, from what to what and for how many, and which records it cannot change, with the reason. */
export function BulkPreviewView({ kind, preview }: { kind: KindDescription; preview: BulkPreview }) {
  const { bulk: messages } = useText(texts)
  const language = useLanguage()
  const { changed, matched, same, refused, differences } = preview
  const field = (id: string) => kind.fields.find((each) => each.id === id)
  const shown = (id: string, value: BulkPreview['differences'][number]['before']) => {
    const known = field(id)
    return (known === undefined ? null : shownValue(known, value, language)) ?? messages.none
  }
  return (
    <div className="bulk-preview" role="status">
      <p className="bulk-count">{changed === 0 ? messages.nothing : messages.willChange(changed, matched)}</p>
      {same > 0 && <p className="muted">{messages.same(same)}</p>}
      {differences.length > 0 && (
        <table>
          <caption className="unseen">{messages.differences}</caption>
          <tbody>
            {differences.map(({ field: id, before, after, records }) => (
              <tr key={JSON.stringify([id, before])}>
                <th scope="row">{titleOf(field(id) ?? { title: id, en: null }, language)}</th>
                <td><del>{shown(id, before)}</del> → <ins>{shown(id, after)}</ins></td>
                <td className="number">{messages.records(records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refused.length > 0 && (
        <>
          <p className="refusal">{messages.refused(refused.length)}</p>
          <ul className="bulk-refused">
            {refused.map(({ recordId, title, occurredOn, reason }) => (
              <li key={recordId}>
                <Link to={`/record/${recordId}`}>{title}</Link> <span className="muted">{readableDate(occurredOn, language)}</span>
                <p lang="zh-CN">{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
