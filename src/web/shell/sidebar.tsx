import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'
import { useSession } from '../ui/session.ts'
import { Navigation } from './navigation-list.tsx'

/** The left side of a wide screen: whose book this is, and the places in it. */
export function Sidebar() {
  return (
    <aside className="frame-side">
      <Brand />
      <Navigation />
      <Motto />
    </aside>
  )
}

export function Brand() {
  const { product } = useMessages()
  const { tenant } = useSession()
  return (
    <div className="brand-block">
      <Link to="/" className="brand">
        <span className="seal" aria-hidden="true">账</span>
        <span>{product}</span>
      </Link>
      <p className="tenant" lang="zh-CN">{tenant}</p>
    </div>
  )
}

export function Motto() {
  const { promise, version } = useMessages()
  return (
    <div className="motto">
      <p>{promise}</p>
      <p>{version(useSession().version)}</p>
    </div>
  )
}
