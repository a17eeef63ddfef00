import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import type { Everything } from '../questions.ts'
import { texts } from '../texts.ts'
import { takenIds } from './id-rule.ts'
import { IdField } from './id-field.tsx'
import type { OwnTexts } from './own-changes.ts'
import { freeId, kindFiles, type NewField } from './write-yaml.ts'

interface Props {
  open: boolean
  everything: Everything
  present: OwnTexts
  onClose(): void
  onWrite(files: Record<string, string>): void
}

interface Typed {
  title: string
  id: string
  source: string
  fields?: Partial<NewField>[]
  isCounted: boolean
  phrases?: string[]
  measure?: string
}

/** A new kind by a form, for who does not write YAML: fields, choices, and a metric that counts. */
export function KindForm({ open, everything, present, onClose, onWrite }: Props) {
  const { form: words, editor } = useText(texts)
  return (
    <Modal className="own-form" open={open} title={words.kindTitle} okText={words.write} cancelText={editor.keep} onCancel={onClose} okButtonProps={{ htmlType: 'submit', form: 'new-kind' }} width={720} destroyOnHidden>
      <KindFields taken={takenIds(everything, present)} onWrite={onWrite} />
    </Modal>
  )
}

function KindFields({ taken, onWrite }: { taken: ReadonlySet<string>; onWrite: Props['onWrite'] }) {
  const { form: words } = useText(texts)
  const [form] = Form.useForm<Typed>()
  const isCounted = Form.useWatch('isCounted', form) ?? true
  const finish = ({ title: named, id, source, fields = [], isCounted: counted, phrases = [], measure = '次' }: Typed) =>
    onWrite(kindFiles({
      id, title: named.trim(), source: source.trim(), fields: fields.map(wholeField),
      counted: counted ? { phrases: phrases.length > 0 ? phrases : [named.trim()], measure } : null,
    }))
  return (
    <Form<Typed>
      id="new-kind" form={form} layout="vertical" onFinish={finish} scrollToFirstError
      initialValues={{ id: freeId(taken, 'own'), source: words.ownRule, fields: [], isCounted: true, measure: '次' }}
    >
      <Form.Item name="title" label={words.title} rules={[{ required: true, whitespace: true, message: words.needed }]}><Input placeholder={words.titleExample} maxLength={40} /></Form.Item>
      <IdField taken={taken} />
      <Form.Item name="source" label={words.source} rules={[{ required: true, whitespace: true, message: words.needed }]}><Input maxLength={120} /></Form.Item>
      <p className="field-list-title">{words.fields} <span className="muted">{words.given}</span></p>
      <Form.List name="fields">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => <FieldRow key={key} name={name} onRemove={() => remove(name)} />)}
            <Button onClick={() => add({ type: 'text', required: false, facet: false, measure: '', choices: [] })}>{words.addField}</Button>
          </>
        )}
      </Form.List>
      <Form.Item name="isCounted" valuePropName="checked" className="counted"><Checkbox>{words.counted}</Checkbox></Form.Item>
      {isCounted && (
        <>
          <Form.Item name="phrases" label={words.phrases}><Select mode="tags" open={false} suffixIcon={null} placeholder={words.phrasesHint} /></Form.Item>
          <Form.Item name="measure" label={words.measureWord} rules={[{ required: true, message: words.needed }]}><Input maxLength={6} /></Form.Item>
        </>
      )}
    </Form>
  )
}

function FieldRow({ name, onRemove }: { name: number; onRemove(): void }) {
  const { form: words, types } = useText(texts)
  const type = Form.useWatch(['fields', name, 'type']) as NewField['type'] | undefined
  const title = (Form.useWatch(['fields', name, 'title']) as string | undefined) ?? ''
  const isNumber = type === 'integer' || type === 'decimal'
  return (
    <div className="field-row">
      <Form.Item noStyle name={[name, 'title']} rules={[{ required: true, whitespace: true, message: words.needed }]}><Input placeholder={words.field} aria-label={words.field} maxLength={30} /></Form.Item>
      <Form.Item noStyle name={[name, 'type']}><Select aria-label={words.type} options={Object.entries(types).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <span>
        <Form.Item noStyle name={[name, 'required']} valuePropName="checked"><Checkbox>{words.required}</Checkbox></Form.Item>
        {(type === 'choice' || type === 'text') && <Form.Item noStyle name={[name, 'facet']} valuePropName="checked"><Checkbox>{words.facet}</Checkbox></Form.Item>}
      </span>
      <Button type="link" onClick={onRemove} aria-label={words.removeField(title)}>×</Button>
      {type === 'choice' && (
        <Form.Item name={[name, 'choices']} className="wide" rules={[{ required: true, type: 'array', min: 1, message: words.needed }]}>
          <Select mode="tags" open={false} suffixIcon={null} placeholder={words.choicesHint} aria-label={words.choices} />
        </Form.Item>
      )}
      {isNumber && <Form.Item name={[name, 'measure']} className="wide"><Input placeholder={words.measure} aria-label={words.measure} maxLength={6} /></Form.Item>}
    </div>
  )
}

function wholeField({ title = '', type = 'text', required = false, facet = false, measure = '', choices = [] }: Partial<NewField>): NewField {
  return { title: title.trim(), type, required, facet: facet || type === 'choice', measure, choices }
}
