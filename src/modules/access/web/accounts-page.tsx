import { useQuery } from '@tanstack/react-query'
import { Button, Select, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { server } from '../../../web/ui/server.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { saveCsv } from '../../../web/ui/save-csv.ts'
import { OrgPlaces } from '../../org/web/org-places.tsx'
import { listAccounts } from '../contract/accounts.ts'
import { AccountDrawer } from './account-drawer.tsx'
import { useAccountColumns, type Account } from './account-columns.tsx'
import { OneTimePassword, type Told } from './one-time-password.tsx'
import { OpenAccount } from './open-account.tsx'
import { useRoleWords } from './role-words.ts'
import { texts } from './texts.ts'
import './access.css'

const states = ['open', 'closed', 'all'] as const

/** 账户与角色: who may sign in, and what they may do for which unit. */
export default function AccountsPage() {
  const { accounts: words, roles } = useText(texts)
  const { wordsOf } = useRoleWords()
  const { query } = useAddress()
  const [typed, role, state, opened] = [query.get('words') ?? '', query.get('role'), query.get('state') ?? 'open', query.get('account')]
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: () => server.call(listAccounts, {}) })
  const [isOpening, setOpening] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const columns = useAccountColumns()
  usePageTitle(words.title)
  if (accounts.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (accounts.isError) return <Failure error={accounts.error} retry={() => void accounts.refetch()} />
  const search = typed.trim().toLowerCase()
  const shown = accounts.data.accounts
    .filter(({ closedAt }) => state === 'all' || (state === 'closed') === (closedAt !== null))
    .filter((account) => role === null || account.roles.some((held) => held.role === role))
    .filter((account) => [account.login, account.name, ...account.roles.map(wordsOf)].some((text) => text.toLowerCase().includes(search)))
  const change = (changes: Record<string, string | null>) => openHere(changes, { replace: true })
  const chosen = accounts.data.accounts.find(({ accountId }) => accountId === opened)
  const exportAll = () => saveCsv(words.file, [
    Object.values(words.columns),
    ...shown.map((account) => [account.login, account.name, account.roles.map(wordsOf).join('；'), account.lastSignInAt ?? '', account.openedAt]),
  ])
  return (
    <>
      <OrgPlaces />
      <h1 className="page-title">{words.title}</h1>
      <details className="role-help">
        <summary className="muted">{words.mayDo}</summary>
        <dl className="account-facts">{Object.entries(roles).map(([key, { name, may }]) => <div key={key} className="role-row"><dt>{name}</dt><dd>{may}</dd></div>)}</dl>
      </details>
      <ListToolbar
        search={{ label: words.search, value: typed, change: (text) => change({ words: text === '' ? null : text }) }}
        filters={
          <>
            <Select aria-label={words.role} value={role ?? ''} onChange={(value) => change({ role: value === '' ? null : value })} options={[{ value: '', label: words.anyRole }, ...Object.entries(roles).map(([value, { name }]) => ({ value, label: name }))]} />
            <Select aria-label={words.state} value={state} onChange={(value) => change({ state: value === 'open' ? null : value })} options={states.map((value) => ({ value, label: words.states[value] }))} />
          </>
        }
        actions={
          <>
            <Button icon={<Icon shape="download" />} disabled={shown.length === 0} onClick={exportAll}>{words.export}</Button>
            <Button type="primary" onClick={() => setOpening(true)}>{words.open}</Button>
          </>
        }
        found={words.total(shown.length)}
      />
      {shown.length === 0 ? (
        <Blank title={words.none} explain={words.noneExplain}><Button onClick={() => change({ words: null, role: null, state: null })}>{words.clear}</Button></Blank>
      ) : (
        <Table<Account> className="quiet-table accounts-table" rowKey="accountId" dataSource={shown} columns={columns} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} />
      )}
      {isOpening && <OpenAccount onOpened={setTold} onClose={() => setOpening(false)} />}
      <AccountDrawer account={chosen} onClose={() => openHere({ account: null })} onTold={setTold} />
      {told !== null && <OneTimePassword told={told} onClose={() => setTold(null)} />}
    </>
  )
}
