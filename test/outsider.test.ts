import { describe, expect, it } from 'vitest'
import { pasteEndpoints } from '../src/modules/exchange/contract/paste.ts'
import { ledgerEndpoints } from '../src/modules/exchange/contract.ts'
import { granted, roles } from '../src/modules/access/can.ts'
import { accessEndpoints } from '../src/modules/access/contract.ts'
import { dutiesEndpoints } from '../src/modules/duties/contract.ts'
import { notificationEndpoints } from '../src/modules/notifications/contract.ts'
import { figureEndpoints } from '../src/modules/metrics/contract.ts'
import { foundUnit, listUnits, orgEndpoints } from '../src/modules/org/contract.ts'
import { packEndpoints } from '../src/modules/packs/contract.ts'
import { recordBulkEndpoints } from '../src/modules/records/contract/bulk.ts'
import { recordEntryEndpoints } from '../src/modules/records/contract/entry.ts'
import { evidenceEndpoints } from '../src/modules/records/contract/evidence.ts'
import { recordListEndpoints } from '../src/modules/records/contract/list.ts'
import { recordEndpoints } from '../src/modules/records/contract/record.ts'
import { recordViewEndpoints } from '../src/modules/records/contract/views.ts'
import { standingEndpoints } from '../src/modules/reports/contract/standing.ts'
import { reportEndpoints } from '../src/modules/reports/contract.ts'
import { addressOf, createClient, type WireReply } from '../src/platform/contract/client.ts'
import type { Endpoint } from '../src/platform/contract/endpoint.ts'
import { logEndpoints } from '../src/platform/events/contract.ts'
import { jobEndpoints } from '../src/platform/jobs/contract.ts'
import { administratorOf, signedIn, testApp, testToken } from './helpers/app.ts'

const endpoints = [
  ...accessEndpoints, ...orgEndpoints, ...logEndpoints, ...jobEndpoints, ...packEndpoints, ...ledgerEndpoints, ...reportEndpoints,
  ...figureEndpoints, ...recordListEndpoints, ...recordBulkEndpoints, ...recordViewEndpoints,
  ...recordEntryEndpoints, ...recordEndpoints, ...evidenceEndpoints, ...standingEndpoints, ...pasteEndpoints,
  ...dutiesEndpoints, ...notificationEndpoints,
] as unknown as Endpoint[]
const someId = '7f3a0f3e-6c51-4a55-9d5f-2f6f5a7c1a10'

/** An id for whatever the path names: most are uuids. */
function idsOf({ path }: Endpoint): Record<string, unknown> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, { pack: 'common', number: 1, format: 'docx' }[name] ?? someId]))
}

/** What a query demands beside the unit, so that the unit alone decides. */
function asked(query: Endpoint['query']): Record<string, unknown> {
  const known: Record<string, unknown> = { kind: 'meeting', metric: 'meetings', period: '2026', year: 2026, words: '', from: '2026-01-01', to: '2026-12-31' }
  const needed = Object.entries(query.shape).filter(([name, field]) => name !== 'unitId' && !field.safeParse(undefined).success)
  return Object.fromEntries(needed.map(([name]) => [name, known[name]]))
}

/** Refused as if there were no such unit, or answered with lists that are empty. */
async function showsNothing(reply: WireReply): Promise<boolean> {
  if (reply.status === 404) return true
  return reply.status === 200 && Object.values((await reply.json()) as object).every((value) => !Array.isArray(value) || value.length === 0)
}

/** Answered, or refused only because the unit owes nothing that a document could be written of. */
async function isShown(reply: WireReply): Promise<boolean> {
  return reply.status === 200 || (reply.status === 400 && ((await reply.json()) as { code: string }).code === 'nothing-owed')
}

describe('asking as an outsider', () => {
  it('knows every endpoint that the program serves', async () => {
    const app = await testApp()
    const served = endpoints.filter(({ method, path }) => app.hasRoute({ method, url: path }))
    expect(served.map(({ name }) => name)).toEqual(endpoints.map(({ name }) => name))
  })

  it.each(endpoints.filter(({ permission }) => permission !== 'anyone').map((endpoint) => [endpoint.name, endpoint] as const))('refuses a stranger: %s', async (_, endpoint) => {
    const app = await testApp()
    const url = addressOf(endpoint.path, idsOf(endpoint))
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      const reply = await app.inject({ method: endpoint.method, url, headers, ...(endpoint.method === 'POST' ? { payload: {} } : {}) })
      expect(reply.statusCode).toBe(403)
      expect(reply.json()).toMatchObject({ code: 'not-signed-in' })
    }
  })

  it('refuses a stranger’s file', async () => {
    const app = await testApp()
    const reply = await app.inject({ method: 'POST', url: '/api/files', headers: { 'content-type': 'application/octet-stream' }, payload: 'x' })
    expect(reply.statusCode).toBe(403)
  })

  it('lets the administrator in with the same request', async () => {
    const app = await testApp()
    const reply = await app.inject({ method: 'GET', url: '/api/status', headers: { authorization: `Bearer ${testToken}` } })
    expect(reply.statusCode).toBe(200)
  })

  it('tells a stranger no more than what is needed to sign in', async () => {
    const app = await testApp()
    expect(endpoints.filter(({ permission }) => permission === 'anyone').map(({ name }) => name)).toEqual([
      'session.read', 'session.sign-in', 'session.demo-accounts', 'session.sign-in-to-demo', 'session.sign-out',
      'notifications.feed',
    ])
    const session = await app.inject({ method: 'GET', url: '/api/session' })
    expect(session.json()).toMatchObject({ signedIn: false, account: null, roles: [], permissions: [], ended: null })
    expect((await app.inject({ method: 'GET', url: '/api/session/demo-accounts' })).json()).toEqual({ accounts: [] })
    const demo = await app.inject({ method: 'POST', url: '/api/session/demo', payload: { login: 'guanli' } })
    expect(demo.json()).toMatchObject({ code: 'no-demo' })
  })
})

describe.each(roles)('asking as %s', (role) => {
  it('is let in exactly where the table of permissions says so', async () => {
    const app = await testApp()
    const ask = await signedIn(app, { role })
    for (const endpoint of endpoints) {
      // What needs no role is asked elsewhere; here it would only sign this one out.
      if (endpoint.permission === 'anyone' || endpoint.permission === 'signed-in') continue
      const reply = await ask({ method: endpoint.method, path: addressOf(endpoint.path, idsOf(endpoint)), ...(endpoint.method === 'POST' ? { json: {} } : {}) })
      const code = reply.status === 403 ? ((await reply.json()) as { code: string }).code : ''
      expect([endpoint.name, code === 'not-allowed']).toEqual([endpoint.name, !granted[role].has(endpoint.permission)])
    }
  })
})

describe('asking for one unit', () => {
  const found = async (name: string, parentId: string | null, type: 'body' | 'section' = 'section') =>
    (await createClient(administratorOf(await testApp())).call(foundUnit, { body: { name, type, parentId, on: '2020-01-01' } })).unitId

  it.each(roles.filter((role) => role !== 'administrator'))('shows %s that unit and what is below it, and nothing of another', async (role) => {
    const app = await testApp()
    const body = await found(`${role}的局`, null, 'body')
    const [own, other] = [await found('甲科', body), await found('乙科', body)]
    const below = await found('甲一股', own)
    const ask = await signedIn(app, { role, unitId: own })
    const { units } = await createClient(ask).call(listUnits, {})
    expect(units.map(({ unitId }) => unitId)).toEqual([own, below])
    for (const { name, method, path, query, permission } of endpoints) {
      if (method !== 'GET' || !('unitId' in query.shape) || permission === 'anyone' || permission === 'signed-in' || !granted[role].has(permission)) continue
      const of = (unitId: string) => ask({ method, path: addressOf(path, idsOf({ path } as Endpoint), { unitId, ...asked(query) }) })
      expect([name, await showsNothing(await of(other))]).toEqual([name, true])
      expect([name, await isShown(await of(below))]).toEqual([name, true])
    }
  })
})
