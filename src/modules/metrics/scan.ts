import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import type { Aggregate, Filter, Test } from './compile.ts'
import type { Period } from './period.ts'

/** Records of a kind that stand for a day of the period, as known at a log position; voided ones never count. */
export interface Scope {
  kind: string
  period: Period
  position: number
}

/** An aggregate over the records of some units; null for all. */
export interface Wanted {
  aggregate: Aggregate
  unitIds: string[] | null
}

export type Read = number | bigint | string | null

// A SELECT list has its limit (1664), and a statement of hundreds of filters is slow to plan.
const MOST_AGGREGATES = 150

/** Reads all aggregates off the records of a scope in one scan, or one for each 150; the same one is read once. */
export async function scan(db: Reader, scope: Scope, wanted: Wanted[]): Promise<Read[]> {
  const keys = wanted.map((one) => JSON.stringify(one))
  const unique = [...new Map(wanted.map((one, index) => [keys[index] ?? '', one]))]
  const found = new Map<string, Read>()
  for (let start = 0; start < unique.length; start += MOST_AGGREGATES) {
    const chunk = unique.slice(start, start + MOST_AGGREGATES)
    const values = await scanOnce(db, scope, chunk.map(([, one]) => one))
    chunk.forEach(([key], index) => found.set(key, values[index] ?? null))
  }
  return keys.map((key) => found.get(key) ?? null)
}

/** The records of a scope: the one predicate that figures and lists share. */
export function within(db: Reader, { kind, period, position }: Scope, unitIds: string[] | null): RawBuilder<boolean> {
  return sql<boolean>`tenant_id = ${db.tenantId} and kind = ${kind}
    and occurred_on >= ${period.from} and occurred_on <= ${period.to}
    and state = 'recorded' and ${knownAt(position)} and ${ofUnits(unitIds)}`
}

export function meets({ all, none, any }: Filter): RawBuilder<boolean> {
  const conditions = [
    ...all.map(holds),
    ...none.map((test) => sql<boolean>`${holds(test)} is not true`),
    ...(any.length === 0 ? [] : [sql<boolean>`(${sql.join(any.map(holds), sql` or `)})`]),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

async function scanOnce(db: Reader, scope: Scope, wanted: Wanted[]): Promise<Read[]> {
  const unitSets = new Map(wanted.map(({ unitIds }) => [JSON.stringify(unitIds), unitIds]))
  const [shared = null] = unitSets.values()
  const together = unitSets.size === 1
  const columns = wanted.map(({ aggregate, unitIds }, index) => {
    const filter = together ? meets(aggregate.filter) : sql<boolean>`${ofUnits(unitIds)} and ${meets(aggregate.filter)}`
    return sql`${expression(aggregate, filter)} as ${sql.ref(`a${index}`)}`
  })
  const { rows } = await sql<Record<string, number | string | null>>`
    select ${sql.join(columns)} from record_versions where ${within(db, scope, together ? shared : null)}
  `.execute(db)
  return wanted.map(({ aggregate }, index) => {
    const value = rows[0]?.[`a${index}`] ?? null
    return (aggregate.what === 'sum' || aggregate.what === 'newest') && value !== null ? BigInt(value) : value
  })
}

export function expression(aggregate: Aggregate, filter: RawBuilder<boolean>): RawBuilder<unknown> {
  switch (aggregate.what) {
    case 'count':
      return sql`count(*) filter (where ${filter})`
    case 'sum': {
      const column = sql.ref(aggregate.column)
      const term = aggregate.absent === null ? column : sql`coalesce(${column}, ${aggregate.absent}::bigint)`
      return sql`(sum(${term}) filter (where ${filter}))::text`
    }
    case 'distinct': {
      const lists = aggregate.columns.map((column) => sql`array_agg(distinct ${sql.ref(column)}) filter (where ${filter})`)
      return sql`(select count(distinct single) from unnest(${sql.join(lists, sql` || `)}) as single)`
    }
    case 'newest':
      return sql`((array_agg(${sql.ref(aggregate.column)} order by ${newestFirst}) filter (where ${filter}))[1])::text`
    case 'newest-day':
      return sql`max(occurred_on) filter (where ${filter})`
  }
}

/** Of two records of one day the one that was entered or corrected later is the newer. */
export const newestFirst = sql`occurred_on desc, known_from desc, record_id`

function ofUnits(unitIds: string[] | null): RawBuilder<boolean> {
  return unitIds === null ? sql<boolean>`true` : sql<boolean>`unit_id = any(${unitIds}::uuid[])`
}

function holds({ columns, values }: Test): RawBuilder<boolean> {
  const single = columns.map((column) => {
    if (values === null) return sql`${sql.ref(column)} is null`
    return sql`${sql.ref(column)} in (${sql.join(values)})`
  })
  return sql<boolean>`(${sql.join(single, values === null ? sql` and ` : sql` or `)})`
}
