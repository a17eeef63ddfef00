import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

export const RoleView = z.object({
  role: z.string(),
  /** Null for the whole body. */
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
})

export const readSession = endpoint({
  name: 'session.read',
  method: 'GET',
  path: '/api/session',
  permission: 'anyone',
  summary: 'Who is signed in in this browser, and what they may do.',
  reply: z.object({
    signedIn: z.boolean(),
    account: z.object({ accountId: z.string(), login: z.string(), name: z.string() }).nullable(),
    roles: z.array(RoleView),
    /** What at least one of the roles grants, for some unit. */
    permissions: z.array(z.string()),
    demo: z.boolean(),
    mustChangePassword: z.boolean(),
    tenant: z.string(),
    version: z.string(),
    /** Why a session that this browser still holds is over: `session-ended`, `session-expired`, `account-closed`. */
    ended: z.string().nullable(),
  }),
})

const Password = z.string().min(1).max(1000)
const Login = z.string().min(1).max(60)
const SignedIn = z.object({ mustChangePassword: z.boolean() })

export const signIn = endpoint({
  name: 'session.sign-in',
  method: 'POST',
  path: '/api/session/sign-in',
  permission: 'anyone',
  summary: 'Sign in by name and password. Five failures lock an account for fifteen minutes.',
  body: z.strictObject({ login: Login, password: Password }),
  reply: SignedIn,
})

export const listDemoAccounts = endpoint({
  name: 'session.demo-accounts',
  method: 'GET',
  path: '/api/session/demo-accounts',
  permission: 'anyone',
  summary: 'The invented accounts of a demonstration, told only on its own machine; otherwise none.',
  reply: z.object({ accounts: z.array(z.object({ login: z.string(), name: z.string(), roles: z.array(RoleView) })) }),
})

export const signInToDemo = endpoint({
  name: 'session.sign-in-to-demo',
  method: 'POST',
  path: '/api/session/demo',
  permission: 'anyone',
  summary: 'Sign in as an invented account, without a password: only on a demonstration and on its own machine.',
  body: z.strictObject({ login: Login }),
  reply: SignedIn,
})

export const signOut = endpoint({
  name: 'session.sign-out',
  method: 'POST',
  path: '/api/session/sign-out',
  permission: 'anyone',
  summary: 'End the session of this browser.',
  reply: z.object({}),
})

export const signOutEverywhere = endpoint({
  name: 'session.sign-out-everywhere',
  method: 'POST',
  path: '/api/session/sign-out-everywhere',
  permission: 'signed-in',
  summary: 'End one’s sessions in all browsers, this one included unless it is to stay.',
  body: z.strictObject({ stayHere: z.boolean().default(false) }),
  reply: z.object({ ended: z.number().int() }),
})

export const changePassword = endpoint({
  name: 'session.change-password',
  method: 'POST',
  path: '/api/session/password',
  permission: 'signed-in',
  summary: 'Change one’s own password; sessions in other browsers end.',
  body: z.strictObject({ oldPassword: Password, newPassword: Password }),
  reply: z.object({}),
})

export const listSessions = endpoint({
  name: 'session.list',
  method: 'GET',
  path: '/api/session/list',
  permission: 'signed-in',
  summary: 'Where one is signed in.',
  reply: z.object({
    sessions: z.array(
      z.object({ sessionId: z.string(), address: z.string(), startedAt: z.string(), lastSeenAt: z.string(), expiresAt: z.string(), present: z.boolean() }),
    ),
  }),
})

export const endSession = endpoint({
  name: 'session.end',
  method: 'POST',
  path: '/api/session/:sessionId/end',
  permission: 'signed-in',
  summary: 'End one of one’s own sessions.',
  params: z.strictObject({ sessionId: z.uuid() }),
  reply: z.object({}),
})

export const sessionEndpoints = [
  readSession, signIn, listDemoAccounts, signInToDemo, signOut, signOutEverywhere, changePassword, listSessions, endSession,
]
