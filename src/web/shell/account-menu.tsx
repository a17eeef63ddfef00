import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, type MenuProps } from 'antd'
import { signOut } from '../../modules/access/contract.ts'
import { goTo } from '../ui/address.ts'
import { watchExpiry } from '../ui/expiry.ts'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { server } from '../ui/server.ts'
import { useSession } from '../ui/session.ts'
import { hasPage } from './navigation.ts'

/** Who is signed in, as what, and the way out. */
export function AccountMenu() {
  const { navigation, roles } = useMessages()
  const { account, roles: held } = useSession()
  const leave = useSignOut()
  if (account === null) return hasPage('/sign-in') ? <Button type="text" onClick={() => goTo('/sign-in')}>{navigation.signIn}</Button> : null
  const name = account.name === '' ? account.login : account.name
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: <ul className="held-roles">{held.map(({ role, unit }) => <li key={`${role}${unit}`}>{roles[role as keyof typeof roles] ?? role}<span lang="zh-CN">{unit === null ? '' : ` · ${unit}`}</span></li>)}</ul>,
    },
    { key: 'account', label: navigation.account, icon: <Icon shape="person" /> },
    { key: 'reminders', label: navigation.reminders, icon: <Icon shape="jobs" /> },
    { key: 'sign-out', label: navigation.signOut, icon: <Icon shape="leave" /> },
  ]
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => (key === 'account' ? goTo('/account') : key === 'reminders' ? goTo('/settings/notifications') : leave.mutate()) }}
    >
      <Button type="text" className="account-button" icon={<Icon shape="person" />} aria-label={navigation.accountOf(name)}>
        <span className="account-name" lang="zh-CN">{name}</span>
      </Button>
    </Dropdown>
  )
}

/** Signs out, and forgets everything that was read under this account. */
function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => server.call(signOut, {}),
    onSuccess: () => {
      watchExpiry(false)
      queries.clear()
      location.assign('/')
    },
  })
}
