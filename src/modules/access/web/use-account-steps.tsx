import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Said } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { closeAccount, reopenAccount, resetPassword, signOutAccount, withdrawRole } from '../contract/accounts.ts'
import type { Account } from './account-columns.tsx'
import type { Told } from './one-time-password.tsx'
import { texts } from './texts.ts'

/** What an administrator does with an account, and what came of the last step. */
export function useAccountSteps({ accountId, login }: Account, onTold: (told: Told) => void) {
  const { accounts: words } = useText(texts)
  const params = { accountId }
  const withdraw = useStep((grantId) => server.call(withdrawRole, { params, body: { grantId } }))
  const close = useStep(() => server.call(closeAccount, { params }))
  const signOut = useStep(() => server.call(signOutAccount, { params }))
  const tell = async (asked: Promise<{ oneTimePassword: string }>) => onTold({ login, ...(await asked) })
  const reset = useStep(() => tell(server.call(resetPassword, { params })))
  const reopen = useStep(() => tell(server.call(reopenAccount, { params })))
  const refused = [withdraw, close, signOut, reset, reopen].find(({ isError }) => isError)
  const problem = refused === undefined ? null : <Alert type="error" role="alert" showIcon title={<Said error={refused.error} />} />
  const done = signOut.isSuccess && <Alert type="success" role="status" showIcon title={words.signedOut((signOut.data as { ended: number }).ended)} />
  return { withdraw, close, signOut, reset, reopen, problem: problem ?? done }
}

function useStep(run: (input: string) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation<unknown, Error, string>({ mutationFn: run, onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => ['accounts', 'session'].includes(String(queryKey[0])) }) })
}
