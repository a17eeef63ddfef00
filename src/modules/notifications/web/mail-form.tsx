import { Form, Input, InputNumber, Select } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { FormModal } from '../../org/web/form-modal.tsx'
import { addChannel, changeChannel, type ChannelView, type MailSettings } from '../contract/channels.ts'
import { texts } from './texts.ts'

interface Typed extends MailSettings {
  name: string
  password: string
}

export interface FormProps {
  /** Null adds one. */
  channel: ChannelView | null
  onClose(): void
  onDone(): void
}

/** The mail server of the office. The password is not kept as a draft and never shown again. */
export function MailForm({ channel, onClose, onDone }: FormProps) {
  const { form: words, channels: { addMail, change, kinds }, own, save } = useText(texts)
  const settings = channel?.mail ?? { host: '', port: 465, security: 'tls' as const, user: '', from: '' }
  const submit = async ({ name, password, ...typed }: Typed) => {
    const order = { kind: 'mail' as const, name, settings: typed, password: (password ?? '') === '' ? null : password }
    if (channel === null) await server.call(addChannel, { body: { channel: order } })
    else await server.call(changeChannel, { params: { channelId: channel.channelId }, body: { version: channel.version, channel: order } })
  }
  const needed = { required: true, message: words.missing }
  return (
    <FormModal<Typed, void> title={channel === null ? addMail : change} submitLabel={save} beginning={{ name: channel?.name ?? kinds.mail, ...settings, password: '' }} submit={submit} onDone={onDone} onClose={onClose}>
      <Form.Item name="name" label={words.name} rules={[needed]}><Input maxLength={60} /></Form.Item>
      <Form.Item name="host" label={words.host} rules={[needed]}><Input maxLength={253} autoCapitalize="none" spellCheck={false} /></Form.Item>
      <Form.Item name="port" label={words.port} rules={[needed]}><InputNumber min={1} max={65_535} precision={0} /></Form.Item>
      <Form.Item name="security" label={words.security}>
        <Select options={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: words.securities[value] }))} />
      </Form.Item>
      <Form.Item name="user" label={words.user} extra={words.userExplain}><Input maxLength={200} autoComplete="off" /></Form.Item>
      <Form.Item name="password" label={words.password} extra={channel?.hasSecret === true ? words.kept : words.secretExplain}><Input.Password maxLength={500} autoComplete="new-password" /></Form.Item>
      <Form.Item name="from" label={words.from} rules={[{ ...needed, type: 'email', message: own.badAddress }]}><Input type="email" maxLength={254} /></Form.Item>
    </FormModal>
  )
}
