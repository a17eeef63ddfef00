import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { RoleView } from './session.ts'

const AccountId = z.strictObject({ accountId: z.uuid() })
const OneTimePassword = z.object({ oneTimePassword: z.string() })
const NewRole = z.strictObject({ role: z.string().max(40), unitId: z.uuid().nullable().default(null) })

export const AccountView = z.object({
  accountId: z.string(),
  login: z.string(),
  personId: z.string().nullable(),
  /** Empty where the account has no person, or its name was erased. */
  name: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
  mustChangePassword: z.boolean(),
  /** Sessions that are still good. */
  sessions: z.number().int(),
  roles: z.array(RoleView.extend({ grantId: z.string() })),
})

export const listAccounts = endpoint({
  name: 'accounts.list',
  method: 'GET',
  path: '/api/accounts',
  permission: 'accounts:manage',
  summary: 'The accounts of the body, with their roles and when each signed in last.',
  reply: z.object({ accounts: z.array(AccountView) }),
})

export const openAccount = endpoint({
  name: 'accounts.open',
  method: 'POST',
  path: '/api/accounts',
  permission: 'accounts:manage',
  summary: 'Open an account; its one-time password is told only in this answer and must be changed at the first sign-in.',
  body: z.strictObject({
    login: z.string().max(60),
    personId: z.uuid().nullable().default(null),
    /** Adds a person of this name, where `personId` names none. */
    name: z.string().max(60).optional(),
    roles: z.array(NewRole).max(20).default([]),
  }),
  reply: OneTimePassword.extend({ accountId: z.string() }),
})

export const grantRole = endpoint({
  name: 'accounts.grant',
  method: 'POST',
  path: '/api/accounts/:accountId/grant',
  permission: 'accounts:manage',
  summary: 'Grant a role for a unit and everything below it, or for the whole body.',
  params: AccountId,
  body: NewRole,
  reply: z.object({ grantId: z.string() }),
})

export const withdrawRole = endpoint({
  name: 'accounts.withdraw',
  method: 'POST',
  path: '/api/accounts/:accountId/withdraw',
  permission: 'accounts:manage',
  summary: 'Withdraw a role; it ends with the next request.',
  params: AccountId,
  body: z.strictObject({ grantId: z.uuid() }),
  reply: z.object({}),
})

export const closeAccount = endpoint({
  name: 'accounts.close',
  method: 'POST',
  path: '/api/accounts/:accountId/close',
  permission: 'accounts:manage',
  summary: 'Close an account: whoever is signed in under it is signed out. What it did stays.',
  params: AccountId,
  reply: z.object({}),
})

export const reopenAccount = endpoint({
  name: 'accounts.reopen',
  method: 'POST',
  path: '/api/accounts/:accountId/reopen',
  permission: 'accounts:manage',
  summary: 'Open a closed account again, with the roles it had and a new one-time password.',
  params: AccountId,
  reply: OneTimePassword,
})

export const resetPassword = endpoint({
  name: 'accounts.reset-password',
  method: 'POST',
  path: '/api/accounts/:accountId/reset-password',
  permission: 'accounts:manage',
  summary: 'Replace a forgotten password by a one-time password, told only in this answer; the account’s sessions end.',
  params: AccountId,
  reply: OneTimePassword,
})

export const signOutAccount = endpoint({
  name: 'accounts.sign-out',
  method: 'POST',
  path: '/api/accounts/:accountId/sign-out',
  permission: 'accounts:manage',
  summary: 'End all sessions of an account.',
  params: AccountId,
  reply: z.object({ ended: z.number().int() }),
})

export const accountEndpoints = [listAccounts, openAccount, grantRole, withdrawRole, closeAccount, reopenAccount, resetPassword, signOutAccount]
