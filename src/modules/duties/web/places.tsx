import { useAddress } from '../../../web/ui/address.ts'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { texts } from './texts.ts'
import './duties.css'

/** The pages about duties, side by side; the unit and the year that are looked at go along. */
export function DutyPlaces() {
  const { places } = useText(texts)
  const { path, query } = useAddress()
  const kept = new URLSearchParams([...query].filter(([name]) => ['unit', 'year', 'below'].includes(name)))
  const ending = kept.size === 0 ? '' : `?${kept}`
  const shown = [
    { to: '/duties', words: places.matrix },
    { to: '/duties/list', words: places.list },
    { to: '/tasks', words: places.tasks },
    { to: '/duties/calendar', words: places.calendar },
  ]
  return (
    <nav className="duty-places no-print" aria-label={places.label}>
      {shown.map(({ to, words }) => <Link key={to} to={`${to}${ending}`} current={path === to} className="duty-place">{words}</Link>)}
    </nav>
  )
}
