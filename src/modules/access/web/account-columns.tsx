import { Button } from 'antd'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { openHere } from '../../../web/ui/address.ts'
import { readableMoment } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { useIsWide } from '../../../web/ui/use-screen.ts'
import type { listAccounts } from '../contract/accounts.ts'
import { useRoleWords } from './role-words.ts'
import { texts } from './texts.ts'

export type Account = ReplyOf<typeof listAccounts>['accounts'][number]

export function useAccountColumns() {
  const { accounts: words } = useText(texts)
  const language = useLanguage()
  const { wordsOf } = useRoleWords()
  const login = (account: Account) => (
    <Button type="link" className="account-link" aria-label={words.manage(account.login)} onClick={() => openHere({ account: account.accountId })}>{account.login}</Button>
  )
  const name = (account: Account) => (
    <>
      <span lang="zh-CN">{account.name === '' ? <span className="muted">{words.nobody}</span> : account.name}</span>
      {account.closedAt !== null && <span className="account-mark">{words.closed}</span>}
      {account.closedAt === null && account.mustChangePassword && <span className="account-mark">{words.oneTime}</span>}
    </>
  )
  const roles = (account: Account) => <ul className="role-list" lang="zh-CN">{account.roles.map((role) => <li key={role.grantId}>{wordsOf(role)}</li>)}</ul>
  const lastSignIn = ({ lastSignInAt }: Account) => (lastSignInAt === null ? <span className="muted">{words.never}</span> : readableMoment(lastSignInAt, language))
  if (!useIsWide()) {
    const stacked = (account: Account) => <>{login(account)} {name(account)}{roles(account)}<p className="muted">{words.columns.lastSignIn} {lastSignIn(account)}</p></>
    return [{ title: words.columns.login, key: 'login', render: (_: unknown, account: Account) => stacked(account) }]
  }
  return [
    { title: words.columns.login, key: 'login', sorter: (a: Account, b: Account) => (a.login < b.login ? -1 : 1), render: (_: unknown, account: Account) => login(account) },
    { title: words.columns.name, key: 'name', sorter: (a: Account, b: Account) => a.name.localeCompare(b.name, 'zh-CN'), render: (_: unknown, account: Account) => name(account) },
    { title: words.columns.roles, key: 'roles', render: (_: unknown, account: Account) => roles(account) },
    { title: words.columns.lastSignIn, key: 'last', sorter: (a: Account, b: Account) => ((a.lastSignInAt ?? '') < (b.lastSignInAt ?? '') ? -1 : 1), render: (_: unknown, account: Account) => lastSignIn(account) },
  ]
}
