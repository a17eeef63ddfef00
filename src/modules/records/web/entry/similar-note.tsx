import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { KindForm, RecordFields } from '../../contract/entry.ts'
import { useSimilar } from './questions.ts'
import { texts } from './texts.ts'

/** A quiet word where the same thing may have been entered before; it never keeps anyone from saving. */
export function SimilarNote({ form, unitId, fields }: { form: KindForm; unitId: string | null; fields: RecordFields }) {
  const language = useLanguage()
  const messages = useText(texts)
  const [occurredOn, title] = [fields[form.occurred], fields[form.naming]]
  const isAsked = unitId !== null && typeof title === 'string' && title.length > 1 && typeof occurredOn === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(occurredOn)
  const found = useSimilar(isAsked ? { kind: form.id, unitId, occurredOn, title } : null).data?.records ?? []
  return (
    <div role="status">
      {isAsked && found.length > 0 && (
        <div className="similar-note">
          <p>{messages.similar}</p>
          <ul>
            {found.map((record) => (
              <li key={record.recordId}>
                <a href={`/record/${record.recordId}`} target="_blank" rel="noreferrer" lang="zh-CN">{record.title}</a> <span className="muted">{readableDate(record.occurredOn, language)}</span>
              </li>
            ))}
          </ul>
          <p className="muted">{messages.similarNote}</p>
        </div>
      )}
    </div>
  )
}
