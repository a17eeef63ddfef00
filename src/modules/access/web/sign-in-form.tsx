import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Said } from '../../../web/ui/failure.tsx'
import { markProblems } from '../../../web/ui/form-problems.ts'
import { useMessages, useText } from '../../../web/ui/language.tsx'
import { texts } from './texts.ts'
import type { useSignIn } from './use-sign-in.ts'

interface Typed {
  login: string
  password: string
}

export function SignInForm({ signing }: { signing: ReturnType<typeof useSignIn> }) {
  const { signIn: words } = useText(texts)
  const messages = useMessages()
  const [form] = Form.useForm<Typed>()
  const [isMarked, setMarked] = useState(false)
  const isMine = signing.variables?.password != null
  const submit = (typed: Typed) => signing.mutate(typed, { onError: (error) => setMarked(markProblems(form, error, messages)) })
  return (
    <section className="sign-in-form" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title" className="sign-in-title">{words.title}</h1>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} validateTrigger="onSubmit">
        <Form.Item name="login" label={words.login} rules={[{ required: true, whitespace: true, message: words.missingLogin }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={60} size="large" />
        </Form.Item>
        <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.missingPassword }]}>
          <Input.Password autoComplete="current-password" maxLength={1000} size="large" />
        </Form.Item>
        {signing.isError && !isMarked && <Alert className="sign-in-refused" type="error" role="alert" showIcon title={<Said error={signing.error} />} />}
        <Button type="primary" htmlType="submit" size="large" block loading={signing.isPending && isMine}>{words.submit}</Button>
      </Form>
      <p className="muted sign-in-hint">{words.forgotten}</p>
    </section>
  )
}
