import type { Database, Reader } from '../../platform/database/database.ts'
import { TaizhangError } from '../../platform/errors.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { createTenant } from '../../platform/events/tenants.ts'
import { foundUnit } from '../org/actions.ts'
import type { Example, Expectation } from '../packs/schema/example.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { enterRecord } from '../records/actions.ts'
import { adoptCatalogue } from '../records/adopt.ts'
import { evaluate } from './evaluate.ts'
import type { Figure } from './figure.ts'

/**
 * Enters the records of a pack's example into a tenant of its own and compares its figures with the expected ones.
 *
 * @returns a Chinese sentence for each difference or refused record
 */
export async function runExample(database: Database, catalogue: Catalogue, example: Example): Promise<string[]> {
  const tenantId = await createTenant(database, { name: `示例：${example.title}` })
  try {
    await enterAll(database, tenantId, catalogue, example)
    return await database.read(tenantId, (db) => differences(db, catalogue, example))
  } catch (error) {
    if (error instanceof TaizhangError) return [error.message]
    throw error
  }
}

async function enterAll(database: Database, tenantId: number, catalogue: Catalogue, example: Example): Promise<void> {
  const context = { tenantId, actor: '示例' }
  const used = new Set(example.given.map(({ kind }) => kind))
  const kinds = new Map([...catalogue.kinds].filter(([id]) => used.has(id)))
  await database.write(context, (tx) => adoptCatalogue(tx, { ...catalogue, kinds }))
  const unitIds = new Map<string, string>()
  for (const { unit } of example.given) {
    if (unitIds.has(unit)) continue
    const { unitId } = await database.write(context, (tx) => foundUnit(tx, { name: unit, type: 'division' }))
    unitIds.set(unit, unitId)
  }
  await database.write(context, async (tx) => {
    for (const { kind, unit, fields } of example.given) {
      await enterRecord(tx, catalogue, { kind, unitId: unitIds.get(unit) ?? '', fields })
    }
  })
}

async function differences(db: Reader, catalogue: Catalogue, example: Example): Promise<string[]> {
  const { position } = await checkpointOf(db)
  const requests = example.expect.map(({ metric, facets, period }) => ({
    metric,
    facets,
    unitId: null,
    period: period ?? example.period,
  }))
  const figures = await evaluate(db, catalogue, requests, { position })
  return example.expect.flatMap((expected, index) => {
    const figure = figures[index]
    return figure === undefined ? [] : differing(expected, figure)
  })
}

const COMPARED = { value: '数值', numerator: '分子', denominator: '分母', excluded: '不计入的记录', records: '记录数' }

function differing(expected: Expectation, figure: Figure): string[] {
  const narrowed = Object.entries(figure.facets).map(([facet, value]) => `${facet}=${value}`)
  const name = [figure.metric, ...narrowed, figure.period].join(' ')
  return (Object.keys(COMPARED) as (keyof typeof COMPARED)[])
    .filter((part) => expected[part] !== undefined && expected[part] !== figure[part])
    .map((part) => `${name} 的${COMPARED[part]}应为 ${expected[part] ?? '无'}，算得 ${figure[part] ?? '无'}。${figure.how}`)
}
