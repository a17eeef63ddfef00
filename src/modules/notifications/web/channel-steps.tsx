import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { Said } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { FormModal } from '../../org/web/form-modal.tsx'
import { removeChannel, switchChannel, testChannel, type ChannelView } from '../contract/channels.ts'
import { texts } from './texts.ts'

interface Props {
  channel: ChannelView
  onChange(): void
}

/** Test, change, switch off or on, remove. */
export function ChannelSteps({ channel: { channelId, kind, name, on }, onChange }: Props) {
  const { channels: words, cancel, own } = useText(texts)
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const params = { channelId }
  const reread = () => queries.invalidateQueries({ queryKey: ['reminders'] })
  const test = useMutation({ mutationFn: (recipient: string | null) => server.call(testChannel, { params, body: { recipient } }), onSettled: reread })
  const turn = useMutation({ mutationFn: () => server.call(switchChannel, { params, body: { on: !on } }), onSuccess: reread })
  const remove = useMutation({ mutationFn: () => server.call(removeChannel, { params }), onSuccess: reread })
  const failed = [test, turn, remove].find(({ isError }) => isError)
  return (
    <div>
      <div className="reminders-actions">
        <Button size="small" aria-label={`${words.test} ${name}`} loading={test.isPending} onClick={() => (kind === 'mail' ? setAsking(true) : test.mutate(null))}>{words.test}</Button>
        <Button size="small" aria-label={`${words.change} ${name}`} onClick={onChange}>{words.change}</Button>
        <Button size="small" loading={turn.isPending} onClick={() => turn.mutate()}>{on ? words.switchOff : words.switchOn}</Button>
        <Popconfirm title={<span className="confirm-words">{words.removeConfirm}</span>} okText={words.remove} cancelText={cancel} onConfirm={() => remove.mutate()}>
          <Button size="small" danger loading={remove.isPending}>{words.remove}</Button>
        </Popconfirm>
      </div>
      {test.data?.state === 'sent' && <Alert type="success" role="status" showIcon title={words.testSent} />}
      {test.data !== undefined && test.data.state !== 'sent' && <Alert type="warning" role="alert" showIcon title={words.testFailed(test.data.error ?? '')} />}
      {failed !== undefined && <Alert type="error" role="alert" showIcon title={<Said error={failed.error} />} />}
      {isAsking && (
        <FormModal<{ recipient: string }, void> title={words.test} submitLabel={words.test} beginning={{ recipient: '' }} onClose={() => setAsking(false)} submit={async ({ recipient }) => test.mutate(recipient)}>
          <Form.Item name="recipient" label={words.testTo} rules={[{ required: true, type: 'email', message: own.badAddress }]}><Input type="email" maxLength={254} /></Form.Item>
        </FormModal>
      )}
    </div>
  )
}
