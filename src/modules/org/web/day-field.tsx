import { Form, Input } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { texts } from './texts.ts'

/** From which day on something holds, as a field of a form. */
export function DayField({ name = 'on', label }: { name?: string; label?: string }) {
  const { fields } = useText(texts)
  return (
    <Form.Item name={name} label={label ?? fields.on} rules={[{ required: true, message: fields.badDay }]}>
      <Input type="date" className="day-field" min="1900-01-01" max="2999-12-31" />
    </Form.Item>
  )
}

/** Today in Beijing, as 2026-03-05. */
export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}
