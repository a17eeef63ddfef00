import { rm } from 'node:fs/promises'
import pg from 'pg'
import { evaluate } from '../../src/modules/metrics/evaluate.ts'
import type { FigureRequest } from '../../src/modules/metrics/figure.ts'
import { foundUnit } from '../../src/modules/org/actions.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import type { Catalogue } from '../../src/modules/packs/schema/pack.ts'
import { adoptCatalogue } from '../../src/modules/records/adopt.ts'
import { columnsOf } from '../../src/modules/records/columns.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { makeTemporaryFolder } from '../../src/platform/database/embedded/data-folder.ts'
import { startEmbedded } from '../../src/platform/database/embedded/start.ts'
import { createTenant } from '../../src/platform/events/tenants.ts'
import { layDownRecords } from './rows.ts'

/**
 * One figure without a result cache, as the application role under row-level security, beside the same number asked
 * by hand-written SQL as the schema owner, in turns of one run; and 100 figures of a report at once. Goals: p95 under
 * 50 ms at 100,000 records and under 300 ms at a million, of the twelve kinds that reports count most.
 *
 *     npx tsx bench/metrics/run.ts [records …]
 */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000]
const GOALS_MS = new Map([[100_000, 50], [1_000_000, 300]])
const ROUNDS = 60
const KINDS = [
  'meeting', 'study-session', 'training', 'publication', 'activity', 'inspection',
  'document-issued', 'talk', 'honour', 'finding', 'media-coverage', 'case',
]
const METRICS = [
  'meetings', 'meeting-attendees', 'study-sessions', 'trainings', 'training-attendees', 'publications', 'inspections',
  'documents-issued', 'findings', 'rectification-rate', 'rectification-on-time-rate', 'media-coverage', 'cases',
  'case-persons', 'timely-reply-rate', 'case-satisfaction-rate', 'meetings-change', 'findings-change',
]

const shipped = await shippedCatalogue()
const catalogue: Catalogue = { ...shipped, kinds: new Map([...shipped.kinds].filter(([id]) => KINDS.includes(id))) }
for (const records of SIZES) await measure(records)

async function measure(records: number): Promise<void> {
  const folder = await makeTemporaryFolder('taizhang-bench-')
  const server = await startEmbedded({ dataDir: folder, durable: false })
  const database = await openDatabase({ url: server.url, ownerUrl: server.ownerUrl, clock: systemClock })
  const owner = new pg.Client({ connectionString: server.ownerUrl })
  await owner.connect()
  try {
    const tenantId = await createTenant(database, { name: '测速（虚构）' })
    const context = { tenantId, actor: 'bench' }
    const found = (name: string, parentId: string | null) =>
      database.write(context, async (tx) => (await foundUnit(tx, { name, type: 'division', parentId })).unitId)
    const top = await found('云江市交通运输局（虚构）', null)
    const unitIds = [top, ...(await Promise.all(['办公室', '法规科', '运输科', '安全科', '信息科'].map((name) => found(name, top))))]
    await database.write(context, (tx) => adoptCatalogue(tx, catalogue))
    const position = records
    await layDownRecords(server.ownerUrl, { tenantId, unitIds, columns: await valuesByColumn(tenantId), records })

    const ask = (requests: FigureRequest[]) => database.read(tenantId, (db) => evaluate(db, catalogue, requests, { position }))
    const questions = questionsOf(unitIds[1] ?? null)
    const ours: number[] = []
    for (let round = 0; round < ROUNDS + questions.length; round += 1) {
      const question = questions[round % questions.length]
      if (question === undefined) continue
      const took = await timed(() => ask([question]))
      if (round >= questions.length) ours.push(took)
    }
    const goal = GOALS_MS.get(records)
    console.log(`${records} records, one figure: p50 ${ms(at(ours, 0.5))}, p95 ${ms(at(ours, 0.95))}${goal === undefined ? '' : ` (goal ${goal} ms)`}`)
    await compareByHand()
    const report = Array.from({ length: 100 }, (_, n): FigureRequest[] => {
      const question = questions[n % questions.length]
      const period = n < questions.length ? question?.period : n % 2 === 0 ? '2026' : '2025'
      return question === undefined || period === undefined ? [] : [{ ...question, period }]
    }).flat()
    const batches: number[] = []
    for (let round = 0; round < 10; round += 1) batches.push(await timed(() => ask(report)))
    console.log(`${records} records, 100 figures of a report at once: p50 ${ms(at(batches, 0.5))}, p95 ${ms(at(batches, 0.95))}`)

    async function compareByHand(): Promise<void> {
      const map = await database.read(tenantId, (db) => columnsOf(db, 'finding'))
      const [status, quantity] = ['status', 'quantity'].map((field) => map.get(field)?.[0] ?? '')
      const sql = `select sum(coalesce(${quantity}, 1)) filter (where ${status} = 'closed'), sum(coalesce(${quantity}, 1))
        from record_versions where tenant_id = ${tenantId} and kind = 'finding' and state = 'recorded'
        and occurred_on between '2026-01-01' and '2026-12-31' and known_from <= ${position} and known_to > ${position}`
      const question = { metric: 'rectification-rate', facets: {}, unitId: null, period: '2026' }
      const compiled: number[] = []
      const byHand: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        compiled.push(await timed(() => ask([question])))
        byHand.push(await timed(() => owner.query(sql)))
      }
      const [x, y] = [at(compiled, 0.5), at(byHand, 0.5)]
      console.log(`${records} records, one rate: p50 ${ms(x)}, by hand as owner ${ms(y)}, ratio ${(x / y).toFixed(2)}`)
    }

    /** For each kind its facet and number columns, with the values they may hold. */
    async function valuesByColumn(id: number): Promise<Map<string, Map<string, string[]>>> {
      const all = new Map<string, Map<string, string[]>>()
      for (const [kindId, kind] of catalogue.kinds) {
        const map = await database.read(id, (db) => columnsOf(db, kindId))
        const values = new Map<string, string[]>()
        for (const [field, columns] of map) {
          const [column = ''] = columns
          if (!/^[tn]\d+$/.test(column)) continue
          const vocabulary = catalogue.vocabularies.get(kind.fields[field]?.vocabulary ?? '')
          values.set(column, Object.keys(vocabulary?.values ?? { 甲: 1, 乙: 1 }))
        }
        all.set(kindId, values)
      }
      return all
    }
  } finally {
    await owner.end()
    await database.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Each metric for all and for one unit, over a year, a half-year and a quarter, narrowed where it has a topic. */
function questionsOf(unitId: string | null): FigureRequest[] {
  const periods = ['2026', '2025H2', '2026Q3']
  const metrics = METRICS.map((id) => catalogue.metrics.get(id)).filter((metric) => metric !== undefined)
  return metrics.flatMap(({ id, kind }, n) => {
    const topics: Record<string, string> = catalogue.kinds.get(kind)?.fields['topic'] === undefined ? {} : { topic: 'network-security' }
    const period = periods[n % periods.length] ?? '2026'
    return [
      { metric: id, facets: {}, unitId: null, period: '2026' },
      { metric: id, facets: topics, unitId, period },
    ]
  })
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await act()
  return performance.now() - startedAt
}

function at(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
