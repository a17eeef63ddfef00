import { Form, InputNumber, Select } from 'antd'
import { regularPeriods } from '../../../../engine/calendar/terms.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'

/** How often, and when it is due seen from the start or end of its period. */
export function CadenceFields() {
  const { cadence: messages } = useText(texts)
  return (
    <>
      <div className="field-pair">
        <Form.Item name="period" label={messages.period}>{choice(regularPeriods, messages.periods)}</Form.Item>
        <Form.Item name="times" label={messages.times}><InputNumber min={1} max={366} precision={0} /></Form.Item>
      </div>
      <div className="field-pair">
        <Form.Item name="anchor" label={messages.anchor}>{choice(['start', 'end'] as const, messages.anchors)}</Form.Item>
        <Form.Item name="shift" label={messages.shift} extra={messages.shiftHint}><InputNumber min={-366} max={366} precision={0} /></Form.Item>
        <Form.Item name="measure" label={messages.measure}>{choice(['days', 'working-days'] as const, messages.measures)}</Form.Item>
      </div>
      <Form.Item name="onRestDay" label={messages.onRestDay}>{choice(['keep', 'next-working-day', 'previous-working-day'] as const, messages.rolls)}</Form.Item>
    </>
  )
}

function choice<T extends string>(values: readonly T[], words: Record<T, string>) {
  return <Select options={values.map((value) => ({ value, label: words[value] }))} />
}
