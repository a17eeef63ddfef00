import { createContext, use } from 'react'
import type { ReplyOf, Permission } from '../../platform/contract/endpoint.ts'
import type { readSession } from '../../modules/access/contract.ts'

export type Session = ReplyOf<typeof readSession>

const stranger: Session = {
  signedIn: false, account: null, roles: [], permissions: [], demo: false, mustChangePassword: false, tenant: '', version: '', ended: null,
}

/** Under which the session is kept among what was read; whoever signs in or out invalidates it. */
export const sessionKey = ['session']

/** Given by the shell, which shows no page before it knows who is there. */
export const SessionContext = createContext<Session>(stranger)

/** Who is there, and what they may do. */
export function useSession(): Session {
  return use(SessionContext)
}

/** Whether the reader holds a permission for any unit; what they may do for one unit, the server says. */
export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission)
}
