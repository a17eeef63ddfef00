import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { Said } from '../../../web/ui/failure.tsx'
import { markProblems } from '../../../web/ui/form-problems.ts'
import { useMessages, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { DraftNote, useDraft } from '../../../web/ui/use-draft.tsx'
import { chooseOwn, type readOwn } from '../contract/personal.ts'
import { texts } from './texts.ts'

type Choices = ReplyOf<typeof readOwn>['choices']

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** What I am told by mail, and when. */
export function OwnChoices({ choices, mailWorks }: { choices: Choices; mailWorks: boolean }) {
  const { own: words, save, saved } = useText(texts)
  const messages = useMessages()
  const queries = useQueryClient()
  const [form] = Form.useForm<Choices & { hour: number }>()
  const [isMarked, setMarked] = useState(false)
  const beginning = { ...choices, hour: choices.digestHour ?? -1 }
  const draft = useDraft('reminders.own', beginning)
  const keep = useMutation({
    mutationFn: ({ address, hour, notices }: typeof beginning) => server.call(chooseOwn, { body: { address: address.trim(), digestHour: hour < 0 ? null : hour, notices } }),
    onSuccess: async () => {
      draft.clear()
      await queries.invalidateQueries({ queryKey: ['reminders'] })
    },
    onError: (error) => setMarked(markProblems(form, error, messages)),
  })
  return (
    <section>
      <h2>{words.title}</h2>
      {!mailWorks && <p className="muted">{words.noMail}</p>}
      <DraftNote draft={draft} onClear={() => form.setFieldsValue(beginning)} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={draft.value} onValuesChange={(_, typed) => draft.change(typed as typeof beginning)} onFinish={(typed) => keep.mutate(typed)}>
        <Form.Item name="address" label={words.address} rules={[{ type: 'email', message: words.badAddress }]}><Input type="email" maxLength={254} autoComplete="email" /></Form.Item>
        <Form.Item name="hour" label={words.hour} extra={words.hourExplain}>
          <Select options={[{ value: -1, label: words.off }, ...hours.map((value) => ({ value, label: words.at(value) }))]} />
        </Form.Item>
        <Form.Item name="notices" valuePropName="checked"><Checkbox>{words.notices}</Checkbox></Form.Item>
        {keep.isSuccess && <Alert type="success" role="status" showIcon title={saved} />}
        {keep.isError && !isMarked && <Alert type="error" role="alert" showIcon title={<Said error={keep.error} />} />}
        <Button type="primary" htmlType="submit" loading={keep.isPending}>{save}</Button>
      </Form>
    </section>
  )
}
