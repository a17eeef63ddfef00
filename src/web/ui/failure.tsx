import { Alert, Button } from 'antd'
import { NotAllowed, TaizhangError } from '../../platform/errors.ts'
import type { Messages, Spoken } from '../messages/zh.ts'
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
          <p><Said error={error} /></p>
          {code !== null && code !== 'unreachable' && <p className="muted">{messages.failure.code(code)}</p>}
        </>
      }
      action={<Button onClick={retry}>{messages.failure.retry}</Button>}
    />
  )
}

/** An error, or how a job failed, in the language of the page; marked as Chinese where only the server's own words are left. */
export function Said({ error }: { error: unknown }) {
  const messages = useMessages()
  const words = isSpoken(error) ? messages.failure.said(error) : wordsOf(error, messages)
  return <span lang={/\p{Script=Han}/u.test(words) ? 'zh-CN' : undefined}>{words}</span>
}

function isSpoken(error: unknown): error is Spoken {
  return !(error instanceof Error) && typeof error === 'object' && error !== null && 'code' in error && 'message' in error
}

/** An error in words for people. */
export function wordsOf(error: unknown, { failure }: Messages): string {
  if (!(error instanceof TaizhangError)) return failure.unexpected
  if (error.code === 'unreachable') return failure.unreachable
  return error instanceof NotAllowed && error.code === 'not-allowed' ? `${failure.notAllowed} ${failure.said(error)}` : failure.said(error)
}
