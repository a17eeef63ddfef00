import { AutoComplete, Form, Radio } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { addPerson, fillPost } from '../contract/people.ts'
import { responsibilities, type Responsibility } from '../rules.ts'
import { DayField, today } from './day-field.tsx'
import { FormModal } from './form-modal.tsx'
import { newPersonName, PersonPicker } from './person-picker.tsx'
import { texts } from './texts.ts'
import { UnitPicker } from './unit-picker.tsx'

interface Typed {
  unitId: string | null
  personId: string | null
  title: string
  responsibility: Responsibility | 'none'
  on: string
}

/** Post titles as bodies use them; any other can be typed. */
const usualTitles = ['党组书记', '局长', '副局长', '主任', '副主任', '科长', '副科长', '组长', '副组长', '成员', '经办人'].map((value) => ({ value }))

/** Gives somebody a post; a name that is not there yet is added with it. */
export function FillPost({ unitId = null, personId = null, onClose }: { unitId?: string | null; personId?: string | null; onClose: () => void }) {
  const { forms: { fill }, fields, responsibilities: words } = useText(texts)
  const beginning: Typed = { unitId, personId, title: '', responsibility: 'none', on: today() }
  return (
    <FormModal<Typed, unknown>
      title={fill.title}
      submitLabel={fill.submit}
      draft={`post.fill.${unitId ?? personId ?? ''}`}
      beginning={beginning}
      onClose={onClose}
      submit={async (typed, form) => {
        const added = newPersonName(typed.personId)
        const holder = added === null ? (typed.personId ?? '') : (await server.call(addPerson, { body: { name: added } })).personId
        // Should the post be refused now, the person is already there and must not be added again.
        form.setFieldValue('personId', holder)
        const { title, on } = typed
        return server.call(fillPost, { body: { unitId: typed.unitId ?? '', personId: holder, title, responsibility: typed.responsibility === 'none' ? null : typed.responsibility, on } })
      }}
    >
      <Form.Item name="personId" label={fields.person} rules={[{ required: true, message: fields.missing }]}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="unitId" label={fields.unit} rules={[{ required: true, message: fields.missing }]}>
        <UnitPicker clearable={false} />
      </Form.Item>
      <Form.Item name="title" label={fields.title} rules={[{ required: true, whitespace: true, message: fields.missing }]}>
        <AutoComplete options={usualTitles} placeholder={fields.titleExample} maxLength={60} showSearch={{ filterOption: true }} />
      </Form.Item>
      <Form.Item name="responsibility" label={fields.responsibility}>
        <Radio.Group className="responsibility-choice" options={[...responsibilities, 'none' as const].map((value) => ({ value, label: words[value] }))} />
      </Form.Item>
      <DayField />
    </FormModal>
  )
}
