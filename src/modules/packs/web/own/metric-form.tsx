import { Form, Input, Modal, Select } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import type { Everything, KindEntry } from '../questions.ts'
import { texts } from '../texts.ts'
import { IdField } from './id-field.tsx'
import { takenIds } from './id-rule.ts'
import type { OwnTexts } from './own-changes.ts'
import { freeId, metricFiles, type NewMetric } from './write-yaml.ts'

interface Props {
  open: boolean
  everything: Everything
  present: OwnTexts
  onClose(): void
  onWrite(files: Record<string, string>): void
}

interface Condition {
  field?: string
  values?: string[]
}

interface Typed {
  title: string
  id: string
  source: string
  kind: string
  form: NewMetric['form']
  measure?: string
  field?: string
  phrases: string[]
  where?: Condition
  part?: Condition
}

/** A new metric by a form: how it is computed, of which records, and how reports speak of it. */
export function MetricForm({ open, everything, present, onClose, onWrite }: Props) {
  const { form: words, editor } = useText(texts)
  return (
    <Modal className="own-form" open={open} title={words.metricTitle} okText={words.write} cancelText={editor.keep} onCancel={onClose} okButtonProps={{ htmlType: 'submit', form: 'new-metric' }} width={640} destroyOnHidden>
      <MetricFields everything={everything} taken={takenIds(everything, present)} onWrite={onWrite} />
    </Modal>
  )
}

function MetricFields({ everything, taken, onWrite }: { everything: Everything; taken: ReadonlySet<string>; onWrite: Props['onWrite'] }) {
  const { form: words } = useText(texts)
  const [form] = Form.useForm<Typed>()
  const kind = everything.kinds.find(({ id }) => id === Form.useWatch('kind', form))
  const kindOfForm = Form.useWatch('form', form) ?? 'count'
  const numbers = fieldsOf(kind, ({ type }) => type === 'integer' || type === 'decimal')
  const finish = ({ where, part, field, measure = '次', title, source, ...rest }: Typed) =>
    onWrite(metricFiles({ ...rest, title: title.trim(), source: source.trim(), measure, field: field ?? null, where: conditionOf(where), part: conditionOf(part) }))
  return (
    <Form<Typed>
      id="new-metric" form={form} layout="vertical" onFinish={finish} scrollToFirstError
      initialValues={{ id: freeId(taken, 'own-metric'), source: words.ownRule, form: 'count', measure: '次' }}
    >
      <Form.Item name="title" label={words.title} rules={[{ required: true, whitespace: true, message: words.needed }]}><Input maxLength={40} /></Form.Item>
      <IdField taken={taken} />
      <Form.Item name="source" label={words.source} rules={[{ required: true, whitespace: true, message: words.needed }]}><Input maxLength={120} /></Form.Item>
      <Form.Item name="kind" label={words.kind} rules={[{ required: true, message: words.needed }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={everything.kinds.map(({ id, title }) => ({ value: id, label: title }))} onChange={() => form.resetFields(['field', 'where', 'part'])} />
      </Form.Item>
      <Form.Item name="form" label={words.form}><Select options={Object.entries(words.forms).map(([value, label]) => ({ value, label }))} /></Form.Item>
      {kindOfForm === 'sum' && <Form.Item name="field" label={words.sumField} rules={[{ required: true, message: words.needed }]}><Select options={numbers} /></Form.Item>}
      <ConditionFields name="where" label={words.condition} kind={kind} everything={everything} isNeeded={false} />
      {kindOfForm === 'share' && <ConditionFields name="part" label={words.partCondition} kind={kind} everything={everything} isNeeded />}
      {kindOfForm !== 'share' && <Form.Item name="measure" label={words.measureWord} rules={[{ required: true, message: words.needed }]}><Input maxLength={6} /></Form.Item>}
      <Form.Item name="phrases" label={words.phrases} rules={[{ required: true, type: 'array', min: 1, message: words.needed }]}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={words.phrasesHint} />
      </Form.Item>
    </Form>
  )
}

function ConditionFields({ name, label, kind, everything, isNeeded }: { name: 'where' | 'part'; label: string; kind: KindEntry | undefined; everything: Everything; isNeeded: boolean }) {
  const { form: words } = useText(texts)
  const field = Form.useWatch([name, 'field']) as string | undefined
  const vocabulary = everything.vocabularies.find(({ id }) => id === kind?.fields[field ?? '']?.vocabulary)
  const values = Object.entries(vocabulary?.values ?? {}).map(([value, { title }]) => ({ value, label: title }))
  return (
    <Form.Item label={label} required={isNeeded}>
      <Form.Item noStyle name={[name, 'field']} rules={[{ required: isNeeded, message: words.needed }]}>
        <Select allowClear placeholder={words.anyField} aria-label={`${label} ${words.conditionField}`} options={fieldsOf(kind, ({ facet, type }) => type === 'choice' || facet)} />
      </Form.Item>
      {field !== undefined && (
        <Form.Item noStyle name={[name, 'values']} rules={[{ required: true, type: 'array', min: 1, message: words.needed }]}>
          <Select mode={vocabulary === undefined || vocabulary.open ? 'tags' : 'multiple'} optionFilterProp="label" placeholder={words.conditionValues} aria-label={`${label} ${words.conditionValues}`} options={values} />
        </Form.Item>
      )}
    </Form.Item>
  )
}

function fieldsOf(kind: KindEntry | undefined, fits: (field: KindEntry['fields'][string]) => boolean) {
  return Object.entries(kind?.fields ?? {}).flatMap(([value, field]) => (fits(field) ? [{ value, label: field.title }] : []))
}

function conditionOf({ field, values = [] }: Condition = {}): Record<string, string[]> {
  return field === undefined || values.length === 0 ? {} : { [field]: values }
}
