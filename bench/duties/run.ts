import { rm } from 'node:fs/promises'
import pg from 'pg'
import { createApp } from '../../src/app.ts'
import { insideTransport } from '../../src/inside-transport.ts'
import { createAccess } from '../../src/modules/access/access.ts'
import { adoptDuties } from '../../src/modules/duties/actions/adoption.ts'
import { dispatchDuties } from '../../src/modules/duties/contract/duty.ts'
import { readMatrix, readWorkbench } from '../../src/modules/duties/contract/overview.ts'
import { runDispatch } from '../../src/modules/duties/dispatch/run.ts'
import { adoptPack } from '../../src/modules/packs/adoption.ts'
import { PacksInForce } from '../../src/modules/packs/in-force.ts'
import { localPack } from '../../src/modules/packs/local.ts'
import { adoptCatalogue } from '../../src/modules/records/adopt.ts'
import { createClient } from '../../src/platform/contract/client.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { makeTemporaryFolder } from '../../src/platform/database/embedded/data-folder.ts'
import { startEmbedded } from '../../src/platform/database/embedded/start.ts'
import { createTenant } from '../../src/platform/events/tenants.ts'
import { folderFileStore } from '../../src/platform/files/file-store.ts'
import { readJob } from '../../src/platform/jobs/contract.ts'
import { mixedDuties } from './duties.ts'
import { foundOffice } from './office.ts'

/**
 * A year's tasks of many units with mixed cadences, dispatched through the log as the program does, one event for each
 * unit, synced to disk; a second dispatch; then the workbench of a unit and the matrix of 60 duties × 12 months, as the
 * application role under row-level security, beside the same matrix by hand-written SQL as the schema owner.
 * Goals: 600,000 tasks in 3 minutes on two cores, the workbench p95 under 100 ms, the matrix under 150 ms.
 *
 *     npx tsx bench/duties/run.ts [units]
 */
const UNITS = Number(process.argv[2] ?? 1_000)
const ROUNDS = 60
const TODAY = '2026-06-15'
const OPEN_END = '9223372036854775807'

const folder = await makeTemporaryFolder('taizhang-bench-')
const server = await startEmbedded({ dataDir: folder, durable: true })
const database = await openDatabase({ url: server.url, ownerUrl: server.ownerUrl, clock: fixedClock(new Date(`${TODAY}T02:00:00Z`)) })
const owner = new pg.Client({ connectionString: server.ownerUrl })
await owner.connect()
try {
  const tenantId = await createTenant(database, { name: '测速（虚构）' })
  const who = { tenantId, actor: 'bench' }
  const { top, unitIds } = await foundOffice(database, who, UNITS)
  await database.write(who, async (tx) => adoptPack(tx, { pack: localPack, version: '1.0.0', previous: null, texts: mixedDuties() }))
  const catalogue = (await PacksInForce.open({ database, tenantId }, adoptCatalogue)).catalogue()
  await database.write(who, (tx) => adoptDuties(tx, catalogue, { pack: localPack, unitId: top, fromOn: '2026-01-01' }))

  const dispatch = () => runDispatch(database, who, { catalogue, today: TODAY })
  const before = process.cpuUsage()
  const [first, tookMs] = await timed(dispatch)
  const own = process.cpuUsage(before)
  console.log(`${first.created} tasks of ${UNITS} units dispatched in ${(tookMs / 1000).toFixed(1)} s (goal ${((first.created / 600_000) * 180).toFixed(0)} s), of it ${((own.user + own.system) / 1e6).toFixed(1)} s of the program's own processor time`)
  const [second, againMs] = await timed(dispatch)
  console.log(`dispatched again: ${second.created + second.moved + second.withdrawn} changes in ${(againMs / 1000).toFixed(1)} s`)
  await owner.query('analyze')

  const files = folderFileStore(`${folder}/files`)
  const app = await createApp({ database, clock: database.clock, tenantId, files, access: createAccess({ database, tenantId, token: 'bench' }), demo: false })
  const client = createClient(insideTransport(app, 'bench'))
  await untilDispatched()
  const unitAt = (round: number) => unitIds[(round * 37) % unitIds.length] ?? top
  await told('workbench of a unit', 100, (round) => client.call(readWorkbench, { query: { unitId: unitAt(round), whose: 'unit' } }))
  const matrix = (round: number) => client.call(readMatrix, { query: { unitId: unitAt(round), year: 2026 } })
  const { rows } = await matrix(0)
  await told(`matrix of ${rows.length} duties × 12 months`, 150, matrix)
  await told('the same rows by hand as owner', null, (round) =>
    owner.query(
      `select duty, period, period_from, period_to, due_on, late_from, needed, done, done_on, done_at, begun, settled from task_versions
       where tenant_id = $1 and unit_id = $2 and known_to = ${OPEN_END} and not withdrawn and period_from <= '2026-12-31' and period_to >= '2026-01-01'`,
      [tenantId, unitAt(round)],
    ),
  )
  await told('matrix of all units together', null, () => client.call(readMatrix, { query: { unitId: top, year: 2026, below: 'true' } }), 5)
  await app.close()

  /** The program dispatches by itself when it starts; what is measured then should not share the machine with that. */
  async function untilDispatched(): Promise<void> {
    const { jobId } = await client.call(dispatchDuties, {})
    while ((await client.call(readJob, { params: { jobId } })).state === 'running') await new Promise((resolve) => setTimeout(resolve, 200))
  }
} finally {
  await owner.end()
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function told(what: string, goalMs: number | null, ask: (round: number) => Promise<unknown>, rounds = ROUNDS): Promise<void> {
  for (let round = 0; round < 3; round += 1) await ask(round)
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) took.push((await timed(() => ask(round)))[1])
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`
  console.log(`${what}: p50 ${at(0.5)}, p95 ${at(0.95)}${goalMs === null ? '' : ` (goal p95 ${goalMs} ms)`}`)
}

async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now()
  return [await act(), performance.now() - startedAt]
}
