import { Form, Radio } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { UnitPicker } from '../../org/web/unit-picker.tsx'
import { texts } from './texts.ts'

export interface ChosenRole {
  role: string
  unitId: string | null
}

/** A role and the unit it is for; an administrator's is the whole body. */
export function RoleFields() {
  const { accounts: { openForm: words }, roles, wholeBody } = useText(texts)
  const options = Object.entries(roles).map(([value, { name, may }]) => ({ value, label: <>{name} <span className="muted">{may}</span></> }))
  return (
    <>
      <Form.Item name="role" label={words.role}>
        <Radio.Group className="role-choice" options={options} />
      </Form.Item>
      <Form.Item noStyle dependencies={['role']}>
        {({ getFieldValue }) => getFieldValue('role') !== 'administrator' && (
          <Form.Item name="unitId" label={words.unit}>
            <UnitPicker placeholder={wholeBody} />
          </Form.Item>
        )}
      </Form.Item>
    </>
  )
}
