import { Button } from 'antd'
import { useState } from 'react'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { readableMoment } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { useSession } from '../../../web/ui/session.ts'
import type { Account } from './account-columns.tsx'
import { AccountStep } from './account-step.tsx'
import { GrantRole } from './grant-role.tsx'
import type { Told } from './one-time-password.tsx'
import { useRoleWords } from './role-words.ts'
import { texts } from './texts.ts'
import { useAccountSteps } from './use-account-steps.tsx'

interface Props {
  account: Account | undefined
  onClose(): void
  onTold(told: Told): void
}

/** One account: its roles, and what an administrator may do with it. */
export function AccountDrawer({ account, onClose, onTold }: Props) {
  return (
    <Drawer open={account !== undefined} title={account?.login} widthPx={560} onClose={onClose}>
      {account !== undefined && <AccountSheet account={account} onTold={onTold} />}
    </Drawer>
  )
}

function AccountSheet({ account, onTold }: { account: Account; onTold(told: Told): void }) {
  const { accounts: words, account: own } = useText(texts)
  const language = useLanguage()
  const { wordsOf } = useRoleWords()
  const session = useSession()
  const steps = useAccountSteps(account, onTold)
  const [isGranting, setGranting] = useState(false)
  const isClosed = account.closedAt !== null
  const isOwn = account.accountId === session.account?.accountId
  return (
    <div className="account-sheet">
      <dl className="account-facts">
        <dt>{words.columns.name}</dt>
        <dd lang="zh-CN">{account.name === '' ? words.nobody : account.name}{isClosed && <span className="account-mark">{words.closed}</span>}</dd>
        <dt>{words.columns.opened}</dt>
        <dd>{readableMoment(account.openedAt, language)}</dd>
        <dt>{words.columns.lastSignIn}</dt>
        <dd>{account.lastSignInAt === null ? words.never : readableMoment(account.lastSignInAt, language)}，{words.sessions(account.sessions)}</dd>
      </dl>
      <h2>{own.roles}</h2>
      <ul className="session-list">
        {account.roles.map((role) => (
          <li key={role.grantId}>
            <span lang="zh-CN">{wordsOf(role)}</span>
            <AccountStep step={steps.withdraw} input={role.grantId} words={words.withdraw} confirm={words.withdrawConfirm(wordsOf(role))} small />
          </li>
        ))}
      </ul>
      {!isClosed && <Button onClick={() => setGranting(true)}>{words.grant}</Button>}
      {steps.problem}
      <div className="account-steps">
        {!isClosed && <AccountStep step={steps.reset} words={words.actions.reset} confirm={words.resetConfirm} />}
        {!isClosed && <AccountStep step={steps.signOut} words={words.actions.signOut} confirm={words.signOutConfirm} disabled={account.sessions === 0} />}
        {!isClosed && <AccountStep step={steps.close} words={words.actions.close} confirm={words.closeConfirm} danger disabled={isOwn} />}
        {isClosed && <AccountStep step={steps.reopen} words={words.actions.reopen} confirm={words.reopenConfirm} />}
      </div>
      {isGranting && <GrantRole account={account} onClose={() => setGranting(false)} />}
    </div>
  )
}
