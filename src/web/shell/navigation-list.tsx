import { useAddress } from '../ui/address.ts'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'
import { useVisibleEntries } from './navigation.ts'

/** The places of the program that the reader may enter; the present one is marked. */
export function Navigation() {
  const { navigation } = useMessages()
  const { path } = useAddress()
  return (
    <nav aria-label={navigation.label}>
      <ul className="places-list">
        {useVisibleEntries().map((entry) => (
          <li key={entry.name}>
            <Link to={entry.path} className="place-link" current={isWithin(path, entry.path)}>
              <Icon shape={entry.name} />
              {navigation[entry.name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || (path === '/' && place === '/reports') || (path.startsWith('/record/') && place === '/records') || (/^\/tasks($|\/)/.test(path) && place === '/duties')
}
