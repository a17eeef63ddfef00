import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { readStatus } from '../../platform/events/contract.ts'
import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'
import { server } from '../ui/server.ts'
import { LanguageSwitch } from './language-switch.tsx'

/** What stands around every page: the name of the program and of the body, and the language. */
export function Frame() {
  const messages = useMessages()
  const status = useQuery({ queryKey: ['status'], queryFn: () => server.call(readStatus, {}) }).data
  return (
    <>
      <a className="skip" href="#content">{messages.skip}</a>
      <header className="frame-head">
        <Link to="/" className="brand">
          <span className="seal" aria-hidden="true">账</span>
          <span>{messages.product}</span>
        </Link>
        {status !== undefined && <span className="tenant" lang="zh-CN">{status.tenant}</span>}
        {status?.demo === true && <span className="demo">{messages.demo}</span>}
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1}><Outlet /></main>
      <footer className="frame-foot">
        <span>{messages.promise}</span>
        {status !== undefined && <span>{messages.version(status.version)}</span>}
      </footer>
    </>
  )
}
