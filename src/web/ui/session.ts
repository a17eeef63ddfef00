import { createContext, use } from 'react'
import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/contract/endpoint.ts'

export const readSession = endpoint({
  name: 'session.read',
  method: 'GET',
  path: '/api/session',
  permission: 'anyone',
  summary: 'Who is asking, and what they may do.',
  reply: z.object({
    signedIn: z.boolean(),
    account: z.object({ accountId: z.string(), login: z.string(), name: z.string() }).nullable(),
    roles: z.array(z.object({ role: z.string(), unitId: z.string().nullable(), unit: z.string().nullable() })),
    permissions: z.array(z.string()),
    demo: z.boolean(),
    mustChangePassword: z.boolean(),
    tenant: z.string(),
    version: z.string(),
  }),
})

export type Session = z.output<typeof readSession.reply>

const stranger: Session = {
  signedIn: false, account: null, roles: [], permissions: [], demo: false, mustChangePassword: false, tenant: '', version: '',
}

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
