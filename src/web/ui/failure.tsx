import { Alert, Button } from 'antd'
import { NotAllowed, TaizhangError } from '../../platform/errors.ts'
import type { Messages } from '../messages/zh.ts'
import { useMessages } from './language.tsx'

/** What went wrong, in words and with its code, and the way to try again. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const messages = useMessages()
  const code = error instanceof TaizhangError ? error.code : null
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={messages.failure.title}
      description={
        <>
          <p lang={code === null || code === 'unreachable' ? undefined : 'zh-CN'}>{wordsOf(error, messages)}</p>
          {code !== null && code !== 'unreachable' && <p className="muted">{messages.failure.code(code)}</p>}
        </>
      }
      action={<Button onClick={retry}>{messages.failure.retry}</Button>}
    />
  )
}

/** An error in words for people: the server's own where it spoke. */
export function wordsOf(error: unknown, { failure }: Messages): string {
  if (!(error instanceof TaizhangError)) return failure.unexpected
  if (error.code === 'unreachable') return failure.unreachable
  return error instanceof NotAllowed && error.code === 'not-allowed' ? `${failure.notAllowed} ${error.message}` : error.message
}
