import { Form, Input, InputNumber, Radio } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { DayField, today } from '../../../org/web/day-field.tsx'
import { FormModal } from '../../../org/web/form-modal.tsx'
import { askChange, type DutyView } from '../../contract/duty.ts'
import { useRenewed } from '../questions.ts'
import { texts as shared } from '../texts.ts'
import { CadenceFields } from './cadence-fields.tsx'
import { beginningOf, contentOf, type TypedChange } from './change-content.ts'
import { OwnerFields } from './owner-fields.tsx'
import { texts } from './texts.ts'

interface Props {
  duty: DutyView
  unitId: string | null
  onClose(): void
}

/** Asks for a duty to be owed otherwise here, or not at all; somebody else approves. Only what differs is sent. */
export function AskChange({ duty, unitId, onClose }: Props) {
  const messages = useText(texts)
  const { reason } = useText(shared)
  const renew = useRenewed()
  const submit = (typed: TypedChange) =>
    server.call(askChange, { body: { duty: duty.id, unitId: typed.scope === 'unit' ? unitId : null, fromOn: typed.on, content: contentOf(duty, typed), reason: typed.reason } })
  return (
    <FormModal<TypedChange, unknown>
      title={messages.askChangeOf(duty.title)} explain={messages.askChangeExplain} submitLabel={messages.sendChange} draft={`duty.change.${duty.id}`}
      beginning={beginningOf(duty, { unitId, on: today() })} submit={submit} onDone={() => void renew()} onClose={onClose}
    >
      <Form.Item name="what" label={messages.what}>
        <Radio.Group options={[{ value: 'change', label: messages.changeIt }, { value: 'off', label: messages.switchOff }]} />
      </Form.Item>
      <Form.Item noStyle dependencies={['what']}>
        {({ getFieldValue }) => (getFieldValue('what') === 'off' ? null : <Changed duty={duty} />)}
      </Form.Item>
      {unitId !== null && (
        <Form.Item name="scope" label={messages.scope}>
          <Radio.Group options={[{ value: 'unit', label: messages.thisUnit }, { value: 'body', label: messages.wholeBody }]} />
        </Form.Item>
      )}
      <DayField label={messages.fromOn} />
      <Form.Item name="reason" label={reason.label} rules={[{ required: true, whitespace: true, message: reason.missing }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormModal>
  )
}

function Changed({ duty }: { duty: DutyView }) {
  const messages = useText(texts)
  return (
    <>
      {duty.cadence.type === 'every' && <CadenceFields />}
      <div className="field-pair">
        <Form.Item name="leadDays" label={messages.lead}><InputNumber min={0} max={366} precision={0} /></Form.Item>
        <Form.Item name="graceDays" label={messages.grace}><InputNumber min={0} max={366} precision={0} /></Form.Item>
        {duty.satisfied !== undefined && <Form.Item name="evidence" label={messages.evidence}><InputNumber min={0} max={3} precision={0} /></Form.Item>}
      </div>
      <OwnerFields />
    </>
  )
}
