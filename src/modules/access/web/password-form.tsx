import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { goTo } from '../../../web/ui/address.ts'
import { Said } from '../../../web/ui/failure.tsx'
import { markProblems } from '../../../web/ui/form-problems.ts'
import { useMessages, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { sessionKey, useSession } from '../../../web/ui/session.ts'
import { changePassword } from '../contract/session.ts'
import { passwordProblem } from '../rules.ts'
import { texts } from './texts.ts'

interface Typed {
  oldPassword: string
  newPassword: string
  again: string
}

/** One's own password, or the one-time password that must be changed before anything else. */
export function PasswordForm() {
  const { account: words } = useText(texts)
  const messages = useMessages()
  const { account, mustChangePassword, demo } = useSession()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const [isMarked, setMarked] = useState(false)
  const login = account?.login ?? ''
  const change = useMutation({
    mutationFn: ({ oldPassword, newPassword }: Typed) => server.call(changePassword, { body: { oldPassword, newPassword } }),
    onSuccess: async () => {
      form.resetFields()
      await queries.invalidateQueries({ queryKey: sessionKey })
      await queries.invalidateQueries({ queryKey: ['sessions'] })
      if (mustChangePassword) goTo('/')
    },
    onError: (error) => setMarked(markProblems(form, error, messages)),
  })
  const rules = {
    missing: { required: true, message: words.missing },
    strong: {
      validator: (_: unknown, typed: string | undefined) => {
        const problem = typed === undefined || typed === '' ? null : passwordProblem(typed, login)
        return problem === null ? Promise.resolve() : Promise.reject(new Error(words.problems[problem]))
      },
    },
    same: {
      validator: (_: unknown, typed: string | undefined) =>
        typed === undefined || typed === '' || typed === form.getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error(words.differs)),
    },
  }
  if (demo) return <section><h2>{words.passwordTitle}</h2><p className="muted">{words.noPassword}</p></section>
  return (
    <section>
      <h2>{words.passwordTitle}</h2>
      <p className="muted">{words.passwordExplain}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => change.mutate(typed)} validateTrigger="onBlur">
        <Input className="unseen" value={login} readOnly tabIndex={-1} autoComplete="username" aria-hidden="true" />
        <Form.Item name="oldPassword" label={mustChangePassword ? words.oneTimePassword : words.oldPassword} rules={[rules.missing]}>
          <Input.Password autoFocus={mustChangePassword} autoComplete="current-password" maxLength={1000} />
        </Form.Item>
        <Form.Item name="newPassword" label={words.newPassword} extra={words.rule} rules={[rules.missing, rules.strong]}>
          <Input.Password autoComplete="new-password" maxLength={1000} />
        </Form.Item>
        <Form.Item name="again" label={words.again} dependencies={['newPassword']} rules={[rules.missing, rules.same]}>
          <Input.Password autoComplete="new-password" maxLength={1000} />
        </Form.Item>
        {change.isSuccess && <Alert className="sign-in-refused" type="success" role="status" showIcon title={words.changed} />}
        {change.isError && !isMarked && <Alert className="sign-in-refused" type="error" role="alert" showIcon title={<Said error={change.error} />} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>{words.change}</Button>
      </Form>
    </section>
  )
}
