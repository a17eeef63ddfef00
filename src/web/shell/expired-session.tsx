import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { readSession, signIn, signInToDemo } from '../../modules/access/contract.ts'
import { settleExpiry } from '../ui/expiry.ts'
import { wordsOf } from '../ui/failure.tsx'
import { useMessages } from '../ui/language.tsx'
import { server } from '../ui/server.ts'
import { sessionKey, useSession } from '../ui/session.ts'

const aboveAll = 2_000

/** Over the page, when the session ended while it was in use: what was typed stays below, and what was refused is sent again. */
export default function ExpiredSession() {
  const messages = useMessages()
  const { account, demo } = useSession()
  const login = account?.login ?? ''
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: async (password: string | null) => {
      if (password === null) await server.call(signInToDemo, { body: { login } })
      else await server.call(signIn, { body: { login, password } })
      return server.call(readSession, {})
    },
    onSuccess: (session) => {
      settleExpiry(true)
      queries.setQueryData(sessionKey, session)
    },
  })
  const leave = () => {
    settleExpiry(false)
    void queries.resetQueries({ queryKey: sessionKey })
  }
  return (
    <Modal open title={messages.expired.title} footer={null} closable={false} keyboard={false} mask={{ closable: false }} destroyOnHidden width={420} zIndex={aboveAll}>
      <p className="muted">{messages.expired.explain}</p>
      <Form layout="vertical" className="sign-in-again" onFinish={({ password }: { password: string }) => again.mutate(password)} requiredMark={false}>
        <p className="sign-in-again-account">{messages.expired.account} <strong>{login}</strong></p>
        <input hidden readOnly autoComplete="username" value={login} />
        <Form.Item name="password" label={messages.expired.password} rules={[{ required: true, message: messages.expired.passwordMissing }]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={1000} />
        </Form.Item>
        {again.isError && <Alert type="error" role="alert" showIcon title={wordsOf(again.error, messages)} />}
        <div className="sign-in-again-actions">
          <Button type="primary" htmlType="submit" loading={again.isPending}>{messages.navigation.signIn}</Button>
          {demo && <Button onClick={() => again.mutate(null)}>{messages.expired.demo}</Button>}
          <Button type="text" onClick={leave}>{messages.expired.leave}</Button>
        </div>
      </Form>
    </Modal>
  )
}
