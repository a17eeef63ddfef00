import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { listDemoAccounts } from '../contract/session.ts'
import { useRoleWords } from './role-words.ts'
import { texts } from './texts.ts'
import type { useSignIn } from './use-sign-in.ts'

interface Props {
  accounts: ReplyOf<typeof listDemoAccounts>['accounts']
  signing: ReturnType<typeof useSignIn>
}

/** The invented people of a demonstration: one click, and one is signed in as they are. */
export function DemoAccounts({ accounts, signing }: Props) {
  const { signIn: words, roles: known } = useText(texts)
  const { nameOf, unitOf } = useRoleWords()
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts-title">
      <h2 id="demo-accounts-title" className="sign-in-title">{words.demoTitle}</h2>
      <p className="muted">{words.demoExplain}</p>
      <ul>
        {accounts.map(({ login, name, roles }) => (
          <li key={login}>
            <button type="button" disabled={signing.isPending} onClick={() => signing.mutate({ login, password: null })}>
              <span className="demo-account-who">
                <b>{roles.map(({ role }) => nameOf(role)).join('、')}</b>
                <span lang="zh-CN">{name}</span>
                <span className="muted" lang="zh-CN">{roles.map(({ unit }) => unitOf(unit)).join('、')}</span>
              </span>
              <span className="muted">{roles.map(({ role }) => known[role as keyof typeof known]?.may ?? '').join(' ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
