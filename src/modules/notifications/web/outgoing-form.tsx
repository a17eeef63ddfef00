import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Said } from '../../../web/ui/failure.tsx'
import { markProblems } from '../../../web/ui/form-problems.ts'
import { useMessages, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { setOutgoing } from '../contract/channels.ts'
import { useChannels } from './channels.tsx'
import { texts } from './texts.ts'

interface Typed {
  publicUrl: string
  allowed: string
}

/** Where outgoing requests may go inside the house, and how people reach the program. */
export function OutgoingForm() {
  const channels = useChannels()
  if (channels.data === undefined) return null
  const { publicUrl, allowed } = channels.data.outgoing
  return <Fields beginning={{ publicUrl, allowed: allowed.join('\n') }} />
}

function Fields({ beginning }: { beginning: Typed }) {
  const { outgoing: words, save, saved } = useText(texts)
  const messages = useMessages()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const [isMarked, setMarked] = useState(false)
  const keep = useMutation({
    mutationFn: ({ publicUrl, allowed }: Typed) =>
      server.call(setOutgoing, { body: { publicUrl: publicUrl.trim(), allowed: allowed.split(/[\s,，]+/).filter((rule) => rule !== '') } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reminders', 'channels'] }),
    onError: (error) => setMarked(markProblems(form, error, messages)),
  })
  return (
    <section>
      <h2>{words.title}</h2>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={beginning} onFinish={(typed) => keep.mutate(typed)}>
        <Form.Item name="publicUrl" label={words.publicUrl} extra={words.publicExplain}><Input type="url" maxLength={300} /></Form.Item>
        <Form.Item name="allowed" label={words.allowed} extra={words.allowedExplain}><Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={5000} spellCheck={false} /></Form.Item>
        {keep.isSuccess && <Alert type="success" role="status" showIcon title={saved} />}
        {keep.isError && !isMarked && <Alert type="error" role="alert" showIcon title={<Said error={keep.error} />} />}
        <Button htmlType="submit" loading={keep.isPending}>{save}</Button>
      </Form>
    </section>
  )
}
