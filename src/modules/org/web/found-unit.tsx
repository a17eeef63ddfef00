import { Form, Input, Select } from 'antd'
import { goTo } from '../../../web/ui/address.ts'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { foundUnit } from '../contract/units.ts'
import { unitTypes } from '../rules.ts'
import { DayField, today } from './day-field.tsx'
import { FormModal } from './form-modal.tsx'
import { texts } from './texts.ts'
import { UnitPicker } from './unit-picker.tsx'

interface Typed {
  name: string
  type: (typeof unitTypes)[number]
  parentId: string | null
  foundingDocument?: string
  on: string
}

/** Founds a unit below another; the page of the new unit opens. */
export function FoundUnit({ parentId, onClose }: { parentId: string | null; onClose: () => void }) {
  const { forms, fields, types } = useText(texts)
  const beginning: Typed = { name: '', type: parentId === null ? 'body' : 'section', parentId, on: today() }
  const submit = ({ foundingDocument, parentId: above, ...typed }: Typed) =>
    server.call(foundUnit, { body: { ...typed, parentId: above ?? null, foundingDocument: foundingDocument?.trim() || null } })
  return (
    <FormModal title={forms.found.title} submitLabel={forms.found.submit} draft="unit.found" beginning={beginning} submit={submit} onDone={({ unitId }) => goTo(`/units/${unitId}`)} onClose={onClose}>
      <Form.Item name="name" label={fields.name} rules={[{ required: true, whitespace: true, message: fields.missing }]}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item name="type" label={fields.type}>
        <Select options={unitTypes.map((value) => ({ value, label: types[value] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['type']}>
        {({ getFieldValue }) => (
          <Form.Item name="foundingDocument" label={fields.document} rules={[{ required: getFieldValue('type') === 'group', whitespace: true, message: fields.missing }]}>
            <Input maxLength={200} placeholder={fields.documentExample} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="parentId" label={fields.parent}>
        <UnitPicker placeholder={fields.top} />
      </Form.Item>
      <DayField />
    </FormModal>
  )
}
