import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Aggregate } from './compile.ts'
import { grouped } from './grouped.ts'
import type { Period } from './period.ts'
import { expression, meets, within } from './scan.ts'
import type { Read, Wanted } from './scan.ts'
import { cut } from './spans.ts'
import type { Spans } from './spans.ts'

/** An aggregate over the records of some units in a period. */
export interface WantedIn extends Wanted {
  period: Period
}

/** What is read off the records of one span; of different values the values themselves, since they may return in the next. */
type Part = Read | string[]

const MOST_AGGREGATES = 150

/**
 * Reads aggregates of many periods off the records of a kind: the days are cut into spans, each set of units is
 * scanned once, and what a period holds is put together from its spans.
 */
export async function scanSeries(db: Reader, { kind, position }: { kind: string; position: number }, wanted: WantedIn[]): Promise<Read[]> {
  const values: Read[] = wanted.map(() => null)
  const written = writtenOnce()
  const spans = cut(wanted.map(({ period }) => period))
  const byUnits = grouped(wanted.map((one, place) => ({ one, place })), ({ one }) => written(one.unitIds))
  for (const members of byUnits.values()) {
    const [first] = members
    if (first === undefined) continue
    const keys = members.map(({ one }) => written(one.aggregate))
    const unique = new Map(members.map(({ one }, index) => [keys[index] ?? '', one.aggregate]))
    const scope = { kind, position, spans, unitIds: first.one.unitIds }
    const parts = await partsOf(db, scope, unique)
    members.forEach(({ one, place }, index) => {
      const { first: from, last: to } = spans.of(one.period)
      values[place] = joined(one.aggregate, (parts.get(keys[index] ?? '') ?? []).slice(from, to + 1))
    })
  }
  return values
}

/** The JSON of objects that come again for every period. */
function writtenOnce(): (value: object | null) => string {
  const known = new Map<object | null, string>()
  return (value) => {
    const text = known.get(value) ?? JSON.stringify(value)
    known.set(value, text)
    return text
  }
}

interface SeriesScope {
  kind: string
  position: number
  spans: Spans
  unitIds: string[] | null
}

/** By key of the aggregate, its part in each span. */
async function partsOf(db: Reader, scope: SeriesScope, unique: Map<string, Aggregate>): Promise<Map<string, Part[]>> {
  const parts = new Map([...unique.keys()].map((key) => [key, scope.spans.starts.map((): Part => null)]))
  const entries = [...unique]
  for (let start = 0; start < entries.length; start += MOST_AGGREGATES) {
    const chunk = entries.slice(start, start + MOST_AGGREGATES)
    for (const row of await rowsBySpan(db, scope, chunk.map(([, aggregate]) => aggregate))) {
      chunk.forEach(([key, aggregate], index) => {
        const list = parts.get(key)
        if (list !== undefined) list[Number(row['span'])] = partOf(aggregate, row[`a${index}`] ?? null)
      })
    }
  }
  return parts
}

type Row = Record<string, number | string | (string | null)[] | null>

async function rowsBySpan(db: Reader, { kind, position, spans, unitIds }: SeriesScope, aggregates: Aggregate[]): Promise<Row[]> {
  const columns = aggregates.map((aggregate, index) => sql`${inSpan(aggregate)} as ${sql.ref(`a${index}`)}`)
  const all = { kind, position, period: { from: spans.from, to: spans.to, label: '' } }
  const { rows } = await sql<Row>`
    select width_bucket(occurred_on, ${spans.starts}::date[]) - 1 as span, ${sql.join(columns)}
    from record_versions where ${within(db, all, unitIds)} group by 1
  `.execute(db)
  return rows
}

function inSpan(aggregate: Aggregate): RawBuilder<unknown> {
  if (aggregate.what !== 'distinct') return expression(aggregate, meets(aggregate.filter))
  const filter = meets(aggregate.filter)
  const lists = aggregate.columns.map((column) => sql`array_agg(distinct ${sql.ref(column)}::text) filter (where ${filter})`)
  return sql.join(lists, sql` || `)
}

function partOf({ what }: Aggregate, value: Row[string] | undefined): Part {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.filter((each) => each !== null)
  return what === 'sum' || what === 'newest' ? BigInt(value) : value
}

/** Spans lie in the order of time, so that the newest is that of the last span which has one. */
function joined({ what }: Aggregate, parts: Part[]): Read {
  const found = parts.filter((part) => part !== null)
  switch (what) {
    case 'count':
      return found.reduce<number>((total, part) => total + Number(part), 0)
    case 'sum':
      return found.length === 0 ? null : found.reduce<bigint>((total, part) => total + BigInt(part as bigint), 0n)
    case 'distinct':
      return new Set(found.flatMap((part) => part as string[])).size
    case 'newest':
    case 'newest-day':
      return (found.at(-1) ?? null) as Read
  }
}
