import { describe, expect, it } from 'vitest'
import { ledgerEndpoints } from '../src/modules/exchange/contract.ts'
import { createAccess } from '../src/modules/access/access.ts'
import { can } from '../src/modules/access/can.ts'
import { packEndpoints } from '../src/modules/packs/contract.ts'
import { reportEndpoints } from '../src/modules/reports/contract.ts'
import { addressOf } from '../src/platform/contract/client.ts'
import type { Endpoint } from '../src/platform/contract/endpoint.ts'
import { logEndpoints } from '../src/platform/events/contract.ts'
import { jobEndpoints } from '../src/platform/jobs/contract.ts'
import { testApp, testToken } from './helpers/app.ts'

const endpoints = [...logEndpoints, ...jobEndpoints, ...packEndpoints, ...ledgerEndpoints, ...reportEndpoints] as unknown as Endpoint[]
const someId = '7f3a0f3e-6c51-4a55-9d5f-2f6f5a7c1a10'

describe('asking as an outsider', () => {
  it('knows every endpoint that the program serves', async () => {
    const app = await testApp()
    const served = endpoints.filter(({ method, path }) => app.hasRoute({ method, url: path }))
    expect(served.map(({ name }) => name)).toEqual(endpoints.map(({ name }) => name))
  })

  it.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('refuses a stranger: %s', async (_, endpoint) => {
    const app = await testApp()
    const url = addressOf(endpoint.path, { reportId: someId, jobId: someId, pack: 'common', number: 1 })
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

  it('lets a visitor only read, only on a demonstration, only from this machine', async () => {
    const demo = createAccess({ tenantId: 1, token: 't', demo: true })
    const real = createAccess({ tenantId: 1, token: 't', demo: false })
    const from = (address: string, authorization?: string) => ({ authorization, session: undefined, address })
    const visitor = await demo.identify(from('127.0.0.1'))
    expect(visitor?.name).toBe('visitor')
    expect(endpoints.filter(({ permission }) => visitor !== null && can(visitor, permission)).map(({ name }) => name)).not.toContain('ledgers.import')
    expect(await demo.identify(from('10.0.0.8'))).toBeNull()
    expect(await demo.identify(from('127.0.0.1', 'Bearer wrong'))).toBeNull()
    expect(await real.identify(from('127.0.0.1'))).toBeNull()
  })
})
