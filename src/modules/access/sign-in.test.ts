import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn, testToken } from '../../../test/helpers/app.ts'
import { asOwner, testDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import type { App } from '../../app.ts'
import { createClient, type Client } from '../../platform/contract/client.ts'
import { changePassword, closeAccount, listAccounts, listSessions, openAccount, readSession, resetPassword, signOutAccount } from './contract.ts'

let database: TestDatabase
let app: App
let administrator: Client

const start = new Date('2026-03-05T08:00:00Z')
const later = (minutes: number) => database.clock.set(new Date(start.getTime() + minutes * 60_000))
const own = 'correct horse battery'

beforeAll(async () => {
  database = await testDatabase()
  app = await buildTestAppOn(database)
  administrator = createClient(administratorOf(app))
})

async function attempt(login: string, password: string, { address = '10.0.0.1', session }: { address?: string; session?: string } = {}) {
  const reply = await app.inject({
    method: 'POST', url: '/api/session/sign-in', payload: { login, password }, remoteAddress: address,
    cookies: session === undefined ? {} : { 'taizhang-session': session },
  })
  return { status: reply.statusCode, body: reply.json() as { code?: string; message?: string; details?: object }, session: reply.cookies[0]?.value ?? '', cookie: reply.cookies[0] }
}

const ask = async (session: string, url: string) => {
  const reply = await app.inject({ method: 'GET', url, cookies: { 'taizhang-session': session } })
  return { status: reply.statusCode, body: reply.json() as { code?: string; signedIn?: boolean; ended?: string | null } }
}

/** An account whose one-time password was changed, signed in. */
async function settled(login: string): Promise<{ accountId: string; session: string }> {
  const { accountId, oneTimePassword } = await administrator.call(openAccount, { body: { login, roles: [{ role: 'inspector' }] } })
  const first = await attempt(login, oneTimePassword)
  const reply = await app.inject({
    method: 'POST', url: changePassword.path, payload: { oldPassword: oneTimePassword, newPassword: own }, cookies: { 'taizhang-session': first.session },
  })
  return { accountId, session: reply.cookies[0]?.value ?? '' }
}

describe('signing in', () => {
  it('lets nobody do anything with a one-time password but change it', async () => {
    const { oneTimePassword } = await administrator.call(openAccount, { body: { login: 'first', roles: [{ role: 'administrator' }] } })
    const { session } = await attempt('first', oneTimePassword)
    expect(await ask(session, '/api/accounts')).toMatchObject({ status: 403, body: { code: 'must-change-password' } })
    expect((await ask(session, readSession.path)).body).toMatchObject({ signedIn: true, mustChangePassword: true, permissions: [] })
    const change = (newPassword: string) =>
      app.inject({ method: 'POST', url: changePassword.path, payload: { oldPassword: oneTimePassword, newPassword }, cookies: { 'taizhang-session': session } })
    expect((await change('short')).json()).toMatchObject({ code: 'weak-password', details: { fields: [{ field: 'newPassword' }] } })
    const changed = await change(own)
    expect((await ask(session, readSession.path)).body).toMatchObject({ signedIn: false, ended: 'session-ended' })
    expect((await ask(changed.cookies[0]?.value ?? '', '/api/accounts')).status).toBe(200)
  })

  it('keeps the session out of reach of scripts and other sites, and gives a new one each time', async () => {
    const { session } = await settled('rotating')
    const again = await attempt('ROTATING ', own, { session })
    expect(again.cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    expect(again.session).not.toBe(session)
    expect((await ask(session, '/api/status')).body.code).toBe('session-ended')
    expect((await ask(again.session, '/api/status')).status).toBe(200)
  })

  it('locks an account for fifteen minutes after five failures, whether it exists or not', async () => {
    await settled('locked')
    for (const [login, address] of [['locked', '10.0.0.2'], ['nobody-here', '10.0.0.3']] as const) {
      const tries = []
      for (let n = 0; n < 6; n += 1) tries.push((await attempt(login, 'wrong', { address })).body)
      expect(tries.map(({ code }) => code)).toEqual([...Array<string>(5).fill('wrong-sign-in'), 'locked-out'])
      expect(tries[0]).toMatchObject({ message: '登录名或密码不对，还可以再试 4 次。', details: { fields: [{ field: 'password' }] } })
    }
    expect((await attempt('locked', own)).body.code).toBe('locked-out')
    later(14)
    expect((await attempt('locked', own)).body.code).toBe('locked-out')
    later(16)
    expect((await attempt('locked', own)).status).toBe(200)
    later(0)
  })

  it('locks an address after twenty failures, and no other address with it', async () => {
    await settled('elsewhere')
    for (let n = 0; n < 20; n += 1) await attempt(`guess-${n}`, 'wrong', { address: '10.0.0.9' })
    expect((await attempt('elsewhere', own, { address: '10.0.0.9' })).body.code).toBe('locked-out')
    expect((await attempt('elsewhere', own, { address: '10.0.0.10' })).status).toBe(200)
  })

  it('counts many attempts at the same moment', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => attempt('all-at-once', 'wrong', { address: '10.0.0.11' })))
    expect(replies.filter(({ body }) => body.code === 'wrong-sign-in')).toHaveLength(5)
  })
})

describe('a session', () => {
  it('ends after twelve hours without use, and after seven days with', async () => {
    const { session } = await settled('resting')
    later(11 * 60)
    expect((await ask(session, '/api/status')).status).toBe(200)
    later(22 * 60)
    expect((await ask(session, '/api/status')).status).toBe(200)
    later(35 * 60)
    expect(await ask(session, '/api/status')).toMatchObject({ status: 403, body: { code: 'session-expired' } })
    later(0)
    const working = await settled('working')
    for (let hours = 6; hours < 168; hours += 6) {
      later(hours * 60)
      expect((await ask(working.session, '/api/status')).status).toBe(200)
    }
    later(168 * 60 + 1)
    expect((await ask(working.session, '/api/status')).body.code).toBe('session-expired')
    later(0)
  })

  it('of a closed account says so at the next request, and at the next sign-in', async () => {
    const { accountId, session } = await settled('leaving')
    await administrator.call(closeAccount, { params: { accountId } })
    expect((await ask(session, '/api/status')).body.code).toBe('account-closed')
    expect((await ask(session, readSession.path)).body).toMatchObject({ signedIn: false, ended: 'account-closed' })
    expect((await attempt('leaving', own)).body.code).toBe('account-closed')
  })

  it('ends everywhere when an administrator says so or resets the password', async () => {
    const { accountId, session } = await settled('scattered')
    const other = await attempt('scattered', own)
    const mine = await app.inject({ method: 'GET', url: listSessions.path, cookies: { 'taizhang-session': session } })
    expect((mine.json() as { sessions: { present: boolean }[] }).sessions.map(({ present }) => present).toSorted()).toEqual([false, true])
    expect(await administrator.call(signOutAccount, { params: { accountId } })).toEqual({ ended: 2 })
    expect((await ask(other.session, '/api/status')).body.code).toBe('session-ended')
    const { oneTimePassword } = await administrator.call(resetPassword, { params: { accountId } })
    expect((await attempt('scattered', own)).body.code).toBe('wrong-sign-in')
    expect((await attempt('scattered', oneTimePassword)).status).toBe(200)
  })
})

describe('what is kept of secrets', () => {
  it('is argon2id of a password and a hash of a session, and nothing of either in the log', async () => {
    const { session } = await settled('secretive')
    const kept = await database.read(database.tenantId, async (db) => ({
      passwords: (await db.selectFrom('accounts').select('password_hash').execute()).map((row) => row.password_hash ?? ''),
      sessions: (await db.selectFrom('sessions').select('secret_hash').execute()).map((row) => row.secret_hash.toString('base64url')),
      log: (await db.selectFrom('events').select('payload').execute()).map((row) => row.payload.toString('utf8')).join('\n'),
    }))
    expect(kept.passwords.every((hash) => hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true)
    expect(kept.sessions).not.toContain(session)
    for (const secret of [own, session, ...kept.passwords]) expect(kept.log).not.toContain(secret)
    expect(kept.log).toContain('"password.changed"')
  })
})

describe('verifying the log', () => {
  const verify = async () => (await app.inject({ method: 'POST', url: '/api/log/verify', payload: {}, headers: { authorization: `Bearer ${testToken}` } })).json() as { sound: boolean; broken: { reason: string } | null }

  it('finds a role that nobody granted', async () => {
    const { accountId } = await settled('sneaking')
    expect(await verify()).toMatchObject({ sound: true })
    await asOwner(database.ownerUrl, `insert into role_grants (tenant_id, grant_id, account_id, role, granted_at, known_from)
      values (${database.tenantId}, gen_random_uuid(), '${accountId}', 'administrator', now(), 1)`)
    expect((await verify()).broken?.reason).toContain(accountId)
    await asOwner(database.ownerUrl, `delete from role_grants where account_id = '${accountId}' and role = 'administrator'`)
    expect(await verify()).toMatchObject({ sound: true })
  })
})

describe('accounts', () => {
  it('keep one administrator, and refuse names that are taken, odd or the program’s own', async () => {
    const only = await administrator.call(listAccounts, {})
    const administrators = only.accounts.filter(({ roles, closedAt }) => closedAt === null && roles.some(({ role }) => role === 'administrator'))
    expect(administrators).toHaveLength(1)
    const close = administrator.call(closeAccount, { params: { accountId: administrators[0]?.accountId ?? '' } })
    await expect(close).rejects.toMatchObject({ code: 'last-administrator' })
    for (const [login, code] of [['First', 'login-taken'], ['张敏', 'bad-login'], ['system', 'bad-login']] as const) {
      await expect(administrator.call(openAccount, { body: { login } })).rejects.toMatchObject({ code, details: { fields: [{ field: 'login' }] } })
    }
  })

  it('are managed by administrators alone', async () => {
    const head = createClient(await signedIn(app, { role: 'head' }))
    await expect(head.call(listAccounts, {})).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
