import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createApp, type App } from '../../src/app.ts'
import { bureau, type Section } from '../../src/demo/bureau.ts'
import { demoRecords } from '../../src/demo/writer.ts'
import { createAccess } from '../../src/modules/access/access.ts'
import type { Role } from '../../src/modules/access/can.ts'
import { changePassword, openAccount, signIn } from '../../src/modules/access/contract.ts'
import { foundUnit } from '../../src/modules/org/actions.ts'
import { Courier } from '../../src/modules/notifications/courier.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import type { Catalogue } from '../../src/modules/packs/schema/pack.ts'
import { enterRecord } from '../../src/modules/records/actions.ts'
import { adoptCatalogue } from '../../src/modules/records/adopt.ts'
import { insideTransport } from '../../src/inside-transport.ts'
import { createClient, type Transport } from '../../src/platform/contract/client.ts'
import { folderFileStore } from '../../src/platform/files/file-store.ts'
import { testDatabase, type TestDatabase } from '../helpers/database.ts'
import { triedPages } from './tried-pages.ts'

export const realToken = 'real-server-token'

export interface Seeding {
  database: TestDatabase
  catalogue: Catalogue
  /** The bureau and its sections by name. */
  units: Record<'bureau' | Section, string>
}

export interface RealServer extends Seeding {
  url: string
  /** Requests of the administrator. */
  administrator: Transport
  /** Lets the browser of a page act in a role, for the whole bureau or for one unit with everything below it. */
  signIn(page: Page, role: Role, unitId?: string | null): Promise<void>
  /** What the program does by itself every minute: sends the reminders that are due. */
  remind(): Promise<void>
  stop(): Promise<void>
}

interface Options {
  /** More than, or other than, every twentieth record of the demonstration. */
  seed?: (seeding: Seeding) => Promise<void>
  /** Where the program's clock stands. */
  now?: Date
}

const cookie = 'taizhang-session'
const everyNth = 20
const secretKey = 'a key for tests'

/** The real program with the built pages on a database of its own, for the people of the invented bureau. */
export async function startRealServer({ seed = seedSmall, now = new Date('2026-11-25T02:00:00Z') }: Options = {}): Promise<RealServer> {
  const database = await testDatabase()
  const [catalogue, webFolder, filesFolder] = await Promise.all([shippedCatalogue(), triedPages(), mkdtemp(join(tmpdir(), 'taizhang-e2e-files-'))])
  database.clock.set(new Date(`${bureau.from}T01:00:00Z`))
  const seeding = { database, catalogue, units: await foundBureau(database, catalogue) }
  await seed(seeding)
  database.clock.set(now)
  const sessions = new Map<string, Promise<string>>()
  const app = await createApp({
    database,
    clock: database.clock,
    tenantId: database.tenantId,
    files: folderFileStore(filesFolder),
    access: createAccess({ database, tenantId: database.tenantId, token: realToken }),
    demo: false,
    webFolder,
    secretKey,
  })
  const courier = new Courier({ database, tenantId: database.tenantId, catalogue: () => catalogue, secretKey })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...seeding,
    url,
    administrator: insideTransport(app, realToken),
    signIn: async (page, role, unitId = null) => {
      const who = `${role}@${unitId ?? 'all'}`
      const session = sessions.get(who) ?? openSession(app, role, unitId)
      sessions.set(who, session)
      // Without an end of its own: the program's clock stands where the test put it.
      await page.context().addCookies([{ name: cookie, value: await session, url, httpOnly: true, sameSite: 'Strict' }])
    },
    remind: () => courier.tick(),
    stop: async () => {
      await app.close()
      await database.close()
    },
  }
}

/** Enters every twentieth record of the demonstration, on the days on which it was entered there. */
export async function seedSmall({ database, catalogue, units }: Seeding): Promise<void> {
  const few = demoRecords().filter((_record, n) => n % everyNth === 0)
  for (const year of ['2024', '2025', '2026']) {
    database.clock.set(new Date(`${year}-11-20T08:30:00Z`))
    await database.write({ tenantId: database.tenantId, actor: '经办人' }, async (tx) => {
      for (const { kind, section, fields, enteredOn } of few) {
        if (enteredOn.startsWith(year)) await enterRecord(tx, catalogue, { kind, unitId: units[section], fields })
      }
    })
  }
}

async function foundBureau(database: TestDatabase, catalogue: Catalogue): Promise<Seeding['units']> {
  const context = { tenantId: database.tenantId, actor: '系统管理员' }
  const on = '2019-03-01'
  const root = await database.write(context, async (tx) => {
    await adoptCatalogue(tx, catalogue)
    return foundUnit(tx, { name: bureau.unit, type: 'body', on })
  })
  return database.write(context, async (tx) => {
    const sections: [string, string][] = []
    for (const name of bureau.sections) {
      sections.push([name, (await foundUnit(tx, { name, type: 'section', parentId: root.unitId, on })).unitId])
    }
    return { bureau: root.unitId, ...Object.fromEntries(sections) } as Seeding['units']
  })
}

/** Opens an account, signs in with its first password and chooses another; answers the secret of the session. */
async function openSession(app: App, role: Role, unitId: string | null): Promise<string> {
  const login = `${role}-${unitId ?? 'all'}`.slice(0, 40)
  const administrator = createClient(insideTransport(app, realToken))
  const { oneTimePassword } = await administrator.call(openAccount, { body: { login, roles: [{ role, unitId }] } })
  const first = await post(app, signIn.path, { login, password: oneTimePassword })
  return post(app, changePassword.path, { oldPassword: oneTimePassword, newPassword: 'a password of its own' }, first)
}

async function post(app: App, url: string, payload: object, session?: string): Promise<string> {
  const reply = await app.inject({ method: 'POST', url, payload, ...(session === undefined ? {} : { cookies: { [cookie]: session } }) })
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.payload}`)
  return reply.cookies.find(({ name }) => name === cookie)?.value ?? session ?? ''
}
