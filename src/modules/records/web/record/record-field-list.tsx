import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { RecordDetail } from '../../contract/record.ts'
import { texts } from './texts.ts'
import { fieldTitle, readableValue } from './values.ts'

/** What the record says, field by field in the order of its kind; what is not filled in comes last, in one line. */
export function RecordFieldList({ record }: { record: RecordDetail }) {
  const language = useLanguage()
  const messages = useText(texts)
  const { form, fields } = record
  const ids = Object.keys(form.fields).filter((id) => id !== form.naming)
  const filled = ids.filter((id) => fields[id] !== undefined)
  const empty = ids.filter((id) => fields[id] === undefined)
  return (
    <section className="record-values">
      <dl lang="zh-CN">
        <div><dt>{messages.unit}</dt><dd>{record.unit}</dd></div>
        {filled.map((id) => <div key={id}><dt>{fieldTitle(form, id, language)}</dt><dd>{readableValue(form, id, fields[id], language)}</dd></div>)}
      </dl>
      {empty.length > 0 && <p className="muted">{messages.empty}: {empty.map((id) => fieldTitle(form, id, language)).join(language === 'zh' ? '、' : ', ')}</p>}
    </section>
  )
}
