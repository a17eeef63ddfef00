import { Form, Input, InputNumber, Radio } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { FormModal } from '../../org/web/form-modal.tsx'
import { UnitPicker } from '../../org/web/unit-picker.tsx'
import { addChannel, changeChannel, type RobotSettings } from '../contract/channels.ts'
import type { FormProps } from './mail-form.tsx'
import { texts } from './texts.ts'

type RobotKind = 'wecom' | 'dingtalk' | 'feishu'

interface Typed extends RobotSettings {
  kind: RobotKind
  name: string
  unitId: string | null
  url: string
  signingSecret: string
}

const robotKinds: RobotKind[] = ['wecom', 'dingtalk', 'feishu']

/** A group robot that tells of one unit. Its address contains its key, so it is not shown again. */
export function RobotForm({ channel, onClose, onDone }: FormProps) {
  const { form: words, channels: { addRobot, change, kinds }, save } = useText(texts)
  const submit = async ({ kind, name, unitId, url, signingSecret, every, hour }: Typed) => {
    const order = { kind, name, unitId: unitId ?? '', url: given(url), signingSecret: given(signingSecret), settings: { every, hour } }
    if (channel === null) await server.call(addChannel, { body: { channel: order } })
    else await server.call(changeChannel, { params: { channelId: channel.channelId }, body: { version: channel.version, channel: order } })
  }
  const beginning: Typed = {
    kind: channel === null || channel.kind === 'mail' ? 'wecom' : channel.kind, name: channel?.name ?? '', unitId: channel?.unitId ?? null,
    url: '', signingSecret: '', ...(channel?.robot ?? { every: 'week', hour: 9 }),
  }
  const needed = { required: true, message: words.missing }
  return (
    <FormModal<Typed, void> title={channel === null ? addRobot : change} submitLabel={save} beginning={beginning} submit={submit} onDone={onDone} onClose={onClose}>
      <Form.Item name="kind" label={words.kind}><Radio.Group disabled={channel !== null} options={robotKinds.map((value) => ({ value, label: kinds[value] }))} /></Form.Item>
      <Form.Item name="name" label={words.name} rules={[needed]}><Input maxLength={60} /></Form.Item>
      <Form.Item name="unitId" label={words.unit} rules={[needed]}><UnitPicker clearable={false} /></Form.Item>
      <Form.Item name="url" label={words.url} extra={channel === null ? words.secretExplain : words.kept} rules={[{ required: channel === null, message: words.missing }, { type: 'url', message: words.badUrl }]}>
        <Input maxLength={1000} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="signingSecret" label={words.signingSecret} extra={words.signingExplain}><Input.Password maxLength={500} autoComplete="new-password" /></Form.Item>
      <Form.Item name="every" label={words.every}><Radio.Group options={(['week', 'day'] as const).map((value) => ({ value, label: words.rhythms[value] }))} /></Form.Item>
      <Form.Item name="hour" label={words.hour} rules={[needed]}><InputNumber min={0} max={23} precision={0} /></Form.Item>
    </FormModal>
  )
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
