import { Link } from '../../../web/ui/link.tsx'
import { useAddress } from '../../../web/ui/address.ts'
import { useText } from '../../../web/ui/language.tsx'
import { useMay } from '../../../web/ui/session.ts'
import { texts } from './texts.ts'
import './org.css'

/** The pages about units and people, side by side; accounts only for who manages them. */
export function OrgPlaces() {
  const { places } = useText(texts)
  const { path } = useAddress()
  const managesAccounts = useMay('accounts:manage')
  const shown = [
    { to: '/units', words: places.units },
    { to: '/units/people', words: places.people },
    { to: '/units/responsibility', words: places.chart },
    ...(managesAccounts ? [{ to: '/units/accounts', words: places.accounts }] : []),
  ]
  return (
    <nav className="org-places no-print" aria-label={places.label}>
      {shown.map(({ to, words }) => <Link key={to} to={to} className={path === to ? 'org-place org-place-here' : 'org-place'}>{words}</Link>)}
    </nav>
  )
}
