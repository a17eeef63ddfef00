import type { Database, Tx } from '../../platform/database/database.ts'
import { TaizhangError } from '../../platform/errors.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { createTenant } from '../../platform/events/tenants.ts'
import { foundUnit } from '../org/actions.ts'
import type { RunExample } from '../packs/check.ts'
import type { Example, Expectation } from '../packs/schema/example.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { enterRecord } from '../records/actions.ts'
import { adoptCatalogue } from '../records/adopt.ts'
import { evaluate } from './evaluate.ts'
import type { Figure } from './figure.ts'

const CHECKED = ['value', 'numerator', 'denominator', 'excluded', 'records'] as const
const NAMES = { value: '值', numerator: '分子', denominator: '分母', excluded: '不计入', records: '记录数' }

/**
 * Runs examples of packs, each in a tenant of its own, and says in Chinese what came out differently. The database
 * is one to throw away: the tenants stay in it.
 */
export function exampleRunner(database: Database): RunExample {
  return async (catalogue, example) => {
    const tenantId = await createTenant(database, { name: '示例（虚构）', demo: true })
    const context = { tenantId, actor: 'example' }
    const units = await database.write(context, async (tx) => {
      await adoptCatalogue(tx, onlyUsed(catalogue, example))
      return foundUnits(tx, example)
    })
    const problems = await database.write(context, (tx) => enterGiven(tx, catalogue, example, units))
    if (problems.length > 0) return problems
    return database.read(tenantId, async (db) => {
      const { position } = await checkpointOf(db)
      const requests = example.expect.map((expected) => ({
        metric: expected.metric,
        facets: expected.facets,
        unitId: null,
        period: expected.period ?? example.period,
      }))
      try {
        const figures = await evaluate(db, catalogue, requests, { position })
        return example.expect.flatMap((expected, index) => differences(catalogue, expected, figures[index]))
      } catch (error) {
        return [messageOf(error)]
      }
    })
  }
}

/** The catalogue with the kinds of this example only; adopting all of them for each example would take long. */
function onlyUsed(catalogue: Catalogue, { given, expect }: Example): Catalogue {
  const used = new Set(given.map(({ kind }) => kind))
  for (const { metric } of expect) used.add(catalogue.metrics.get(metric)?.kind ?? '')
  return { ...catalogue, kinds: new Map([...catalogue.kinds].filter(([id]) => used.has(id))) }
}

async function foundUnits(tx: Tx, { given }: Example): Promise<Map<string, string>> {
  const units = new Map<string, string>()
  for (const { unit } of given) {
    if (!units.has(unit)) units.set(unit, (await foundUnit(tx, { name: unit, type: 'unit' })).unitId)
  }
  return units
}

async function enterGiven(tx: Tx, catalogue: Catalogue, { given }: Example, units: Map<string, string>): Promise<string[]> {
  const problems: string[] = []
  for (const [index, { kind, unit, fields }] of given.entries()) {
    try {
      await enterRecord(tx, catalogue, { kind, unitId: units.get(unit) ?? '', fields })
    } catch (error) {
      problems.push(`第 ${index + 1} 条 given：${messageOf(error)}`)
    }
  }
  return problems
}

function differences(catalogue: Catalogue, expected: Expectation, figure: Figure | undefined): string[] {
  return CHECKED.flatMap((part) => {
    const wanted = expected[part]
    const found = figure?.[part] ?? null
    if (wanted === undefined || wanted === found) return []
    const title = catalogue.metrics.get(expected.metric)?.title ?? expected.metric
    const facets = Object.entries(expected.facets).map(([facet, value]) => `${facet}=${value}`)
    const asked = [title, ...facets, ...(expected.period === undefined ? [] : [expected.period])].join('，')
    return [`“${asked}”的${NAMES[part]}应为 ${wanted ?? '空'}，算得 ${found ?? '空'}。${figure?.how ?? ''}`]
  })
}

function messageOf(error: unknown): string {
  if (error instanceof TaizhangError) return error.message
  throw error
}
