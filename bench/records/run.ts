import { rm } from 'node:fs/promises'
import pg from 'pg'
import { tinyCatalogue } from '../../test/helpers/catalogue.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { makeTemporaryFolder } from '../../src/platform/database/embedded/data-folder.ts'
import { startEmbedded } from '../../src/platform/database/embedded/start.ts'
import { createTenant } from '../../src/platform/events/tenants.ts'
import { foundUnit } from '../../src/modules/org/actions.ts'
import { enterRecord } from '../../src/modules/records/actions.ts'
import { adoptCatalogue } from '../../src/modules/records/adopt.ts'
import { importRecords } from '../../src/modules/records/import.ts'

/**
 * Recording one meeting (validated, event, version, chain, row-level security, synced to disk) in one tenant, by one
 * client and by 20 together, beside a bare INSERT through the same driver by one client, in turns of one run; and the
 * import of 100,000 rows. Goals: a record at 15 % of a bare INSERT or more, 20 clients not slower than one.
 *
 *     npx tsx bench/records/run.ts [seconds per turn]
 *
 * Turns are short and many, so that what else the machine does falls on all three alike.
 */
const TURN_MS = Number(process.argv[2] ?? 0.3) * 1000
const ROUNDS = 25
const catalogue = tinyCatalogue()
const fields = {
  'held-on': '2026-03-05',
  name: '网络安全和信息化工作专题会议',
  topics: ['security'],
  attendees: 24,
  minutes: '传达学习上级文件精神，研究部署下一阶段重点任务，明确责任分工和完成时限。',
}

const folder = await makeTemporaryFolder('taizhang-bench-')
const server = await startEmbedded({ dataDir: folder, durable: true })
const database = await openDatabase({ url: server.url, ownerUrl: server.ownerUrl, clock: systemClock })
try {
  const tenantId = await createTenant(database, { name: '测速' })
  const context = { tenantId, actor: 'bench' }
  const { unitId } = await database.write(context, (tx) => foundUnit(tx, { name: '办公室', type: 'division' }))
  await database.write(context, (tx) => adoptCatalogue(tx, catalogue))
  const record = () => database.write(context, (tx) => enterRecord(tx, catalogue, { kind: 'meeting', unitId, fields }))
  const bare = await bareInsert()

  const rates: Record<string, number[]> = { bare: [], one: [], twenty: [] }
  await rate(1, bare.insert, 500)
  await rate(20, record, 500)
  for (let round = 0; round < ROUNDS; round += 1) {
    rates['bare']?.push(await rate(1, bare.insert, TURN_MS))
    rates['one']?.push(await rate(1, record, TURN_MS))
    rates['twenty']?.push(await rate(20, record, TURN_MS))
  }
  await bare.end()
  const [bareRate, oneRate, twentyRate] = ['bare', 'one', 'twenty'].map((name) => median(rates[name] ?? []))
  if (bareRate === undefined || oneRate === undefined || twentyRate === undefined) throw new Error('no rates')
  console.log(`bare INSERT, 1 client        ${bareRate.toFixed(0)} tx/s (median of ${ROUNDS})`)
  console.log(`record a meeting, 1 client   ${oneRate.toFixed(0)} tx/s = ${((100 * oneRate) / bareRate).toFixed(0)} % of bare (goal 15 %)`)
  console.log(`record a meeting, 20 clients ${twentyRate.toFixed(0)} tx/s = ${(twentyRate / oneRate).toFixed(2)} × one client (goal 1)`)

  for (const mark of ['1', '2', '3']) {
    const records = Array.from({ length: 100_000 }, (_, n) => ({
      kind: 'meeting',
      unitId,
      fields: { ...fields, name: `第${n + 1}次专题会议` },
      source: { file: '', sheet: '会议', row: n + 3 },
    }))
    const startedAt = performance.now()
    let stagedAt = startedAt
    await importRecords(
      database, context, catalogue,
      { file: { name: 'bench.xlsx', sha256: mark.repeat(64) }, records },
      { onProgress: ({ phase }) => (phase === 'recording' ? (stagedAt = performance.now()) : undefined) },
    )
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2)
    const endedAt = performance.now()
    console.log(
      `import of 100,000 rows        ${seconds(startedAt, endedAt)} s, ` +
        `of which others wait ${seconds(stagedAt, endedAt)} s; ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
    )
  }
} finally {
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function bareInsert() {
  const owner = new pg.Client({ connectionString: server.ownerUrl })
  await owner.connect()
  await owner.query(`create table bench_bare (id bigint generated always as identity primary key, body text not null);
    grant insert on bench_bare to taizhang_app`)
  await owner.end()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const body = JSON.stringify(fields)
  return { insert: () => client.query('insert into bench_bare (body) values ($1)', [body]), end: () => client.end() }
}

async function rate(clients: number, act: () => Promise<unknown>, forMs: number): Promise<number> {
  const startedAt = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - startedAt < forMs) {
        await act()
        done += 1
      }
    }),
  )
  return (done * 1000) / (performance.now() - startedAt)
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
