import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App } from '../../src/app.ts'
import { insideTransport } from '../../src/inside-transport.ts'
import { createAccess } from '../../src/modules/access/access.ts'
import type { Role } from '../../src/modules/access/can.ts'
import { changePassword, openAccount, signIn } from '../../src/modules/access/contract.ts'
import { createClient, type Transport } from '../../src/platform/contract/client.ts'
import { folderFileStore } from '../../src/platform/files/file-store.ts'
import { testDatabase, type TestDatabase } from './database.ts'

export const testToken = 'test-token'

let shared: Promise<App> | undefined

/** The application over a database of its own; one for the whole test file. */
export function testApp(): Promise<App> {
  shared ??= buildTestApp()
  return shared
}

export async function buildTestApp(): Promise<App> {
  return buildTestAppOn(await testDatabase())
}

export async function buildTestAppOn(database: TestDatabase): Promise<App> {
  return createApp({
    database,
    clock: database.clock,
    tenantId: database.tenantId,
    files: folderFileStore(await mkdtemp(join(tmpdir(), 'taizhang-test-files-'))),
    access: createAccess({ database, tenantId: database.tenantId, token: testToken }),
    demo: false,
    secretKey: 'test-key',
  })
}

/** Requests as the administrator. */
export function administratorOf(app: App): Transport {
  return insideTransport(app, testToken)
}

let accounts = 0

/** Requests of somebody with an account of their own, signed in as through the page; a `unitId` of null is the whole body. */
export async function signedIn(app: App, { role, unitId = null }: { role: Role; unitId?: string | null }): Promise<Transport> {
  const login = `${role}-${(accounts += 1)}`
  const administrator = createClient(administratorOf(app))
  const { oneTimePassword } = await administrator.call(openAccount, { body: { login, roles: [{ role, unitId }] } })
  const first = await keepingSession(app, signIn.path, { login, password: oneTimePassword })
  const own = await keepingSession(app, changePassword.path, { oldPassword: oneTimePassword, newPassword: 'a password of its own' }, first)
  return async ({ method, path, json, bytes }) => {
    const reply = await app.inject({
      method,
      url: path,
      cookies: own,
      ...(bytes === undefined ? {} : { headers: { 'content-type': 'application/octet-stream' } }),
      ...(bytes === undefined ? (json === undefined ? {} : { payload: json as object }) : { payload: Buffer.from(bytes) }),
    })
    return { status: reply.statusCode, bytes: async () => reply.rawPayload, json: async () => JSON.parse(reply.payload) as unknown }
  }
}

async function keepingSession(app: App, url: string, payload: object, cookies: Record<string, string> = {}): Promise<Record<string, string>> {
  const reply = await app.inject({ method: 'POST', url, payload, cookies })
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.payload}`)
  return Object.fromEntries(reply.cookies.map(({ name, value }) => [name, value]))
}
