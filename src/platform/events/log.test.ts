import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn } from '../../../test/helpers/app.ts'
import { foundUnit } from '../../modules/org/actions.ts'
import { testDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { createClient, type Client } from '../contract/client.ts'
import { cancelJob, readJob } from '../jobs/contract.ts'
import { exportEvents, listEvents, readEvent, startVerification } from './contract.ts'
import { chainHash } from './chain.ts'
import { sha256 } from './envelope.ts'

let database: TestDatabase
let app: Awaited<ReturnType<typeof buildTestAppOn>>
let head: Client
beforeAll(async () => {
  database = await testDatabase()
  app = await buildTestAppOn(database)
  head = createClient(administratorOf(app))
  for (let day = 1; day <= 9; day += 1) {
    database.clock.set(new Date(`2026-04-0${day}T02:00:00Z`))
    await note({ n: day }, day % 2 === 0 ? '陈静' : '李明')
  }
})

const note = (content: object, actor: string, subject = 'notice:a') =>
  database.write({ tenantId: database.tenantId, actor }, async (tx) => tx.append({ type: 'notice.posted', subject, content }, async () => undefined))

const days = async (query: Parameters<typeof head.call<typeof listEvents>>[1]['query']) => {
  const { events } = await head.call(listEvents, { query: { types: 'notice.posted', ...query } })
  return events.map(({ content }) => content?.['n'])
}

describe('listing the log', () => {
  it('shows what happened, newest first, page by page to its beginning', async () => {
    const first = await head.call(listEvents, { query: { limit: 5 } })
    expect(first.events.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4].map((n) => first.checkpoint.position - n))
    const last = await head.call(listEvents, { query: { below: 2 } })
    expect(last).toMatchObject({ events: [{ position: 1, type: 'tenant.opened', subject: 'tenant' }], next: null })
  })

  it.each([
    ['actor', { actor: '陈静' }, [8, 6, 4, 2]],
    ['nobody', { actor: '王' }, []],
    ['subject', { subject: 'notice:a', limit: 2 }, [9, 8]],
    ['days', { from: '2026-04-03T00:00:00Z', before: '2026-04-06T00:00:00Z' }, [5, 4, 3]],
    ['type', { types: 'tenant.opened,notice.other' }, [undefined]],
  ])('filters by %s', async (_, query, expected) => {
    expect(await days(query)).toEqual(expected)
  })

  it('leaves out content that is too long for a list, and reads it alone', async () => {
    database.clock.set(new Date('2026-05-01T02:00:00Z'))
    await note({ text: '长'.repeat(5_000) }, '李明', 'notice:long')
    const [event] = (await head.call(listEvents, { query: { subject: 'notice:long' } })).events
    expect(event?.content).toBeNull()
    const alone = await head.call(readEvent, { params: { position: event?.position ?? 0 } })
    expect(JSON.parse(alone.payload)).toMatchObject({ content: { text: '长'.repeat(5_000) } })
  })

  it('refuses one whose roles do not cover the whole body', async () => {
    const { unitId } = await database.write({ tenantId: database.tenantId, actor: '系统' }, (tx) => foundUnit(tx, { name: '办公室', type: 'section', on: '2026-01-01' }))
    const outsider = createClient(await signedIn(app, { role: 'head', unitId }))
    await expect(outsider.call(listEvents, {})).rejects.toMatchObject({ code: 'not-for-whole-body' })
  })
})

describe('reading an event', () => {
  it('gives what an outsider needs to compute its hash', async () => {
    const event = await head.call(readEvent, { params: { position: 3 } })
    const payloadHash = sha256(Buffer.from(event.payload, 'utf8'))
    expect(payloadHash.toString('hex')).toBe(event.payloadHash)
    expect(chainHash(Buffer.from(event.previousHash, 'hex'), 3, payloadHash).toString('hex')).toBe(event.hash)
  })

  it('says when there is none', async () => {
    await expect(head.call(readEvent, { params: { position: 99_999 } })).rejects.toMatchObject({ code: 'no-event' })
  })
})

describe('exporting the log', () => {
  it('writes a table that spreadsheets read as text', async () => {
    await note({ n: '=1+1' }, '=cmd', 'notice:formula')
    const csv = Buffer.from(await head.call(exportEvents, { query: { subject: 'notice:formula' } })).toString('utf8')
    expect(csv.startsWith('\uFEFF位置,记录时间,经手人')).toBe(true)
    expect(csv).toContain(",'=cmd,notice.posted,notice:formula,")
  })
})

describe('verifying in the background', () => {
  const ended = async (jobId: string) => {
    for (;;) {
      const job = await head.call(readJob, { params: { jobId } })
      if (job.state !== 'running') return job
    }
  }

  it('reports that all is as it was recorded', async () => {
    const { jobId } = await head.call(startVerification, { body: {} })
    expect(await ended(jobId)).toMatchObject({ state: 'done', result: { sound: true, broken: null } })
  })

  it('checks an anchor that somebody holds', async () => {
    const { jobId } = await head.call(startVerification, { body: { anchor: { position: 2, hash: 'a'.repeat(64) } } })
    expect(await ended(jobId)).toMatchObject({ state: 'done', result: { sound: false, broken: { position: 2 } } })
  })

  it('can be cancelled', async () => {
    const { jobId } = await head.call(startVerification, { body: {} })
    const job = await head.call(cancelJob, { params: { jobId } })
    expect(['cancelled', 'done']).toContain(job.state)
  })
})
