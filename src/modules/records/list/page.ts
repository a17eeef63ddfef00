import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { RecordRow } from '../contract/list.ts'
import type { ColumnMap } from '../columns.ts'
import type { RecordFields } from '../tables.ts'
import { currentOf, type Condition, type Narrowed } from './conditions.ts'
import { lastUnits } from './units.ts'

export interface Span {
  offset: number
  limit: number
}

interface Row {
  record_id: string
  version: number
  kind: string
  occurred_on: string
  title: string
  unit_id: string
  state: 'recorded' | 'voided'
  workflow_state: string | null
  recorded_at: Date
  fields: RecordFields
}

/** One page in order, and how many there are. @throws {Invalid} `no-order` */
export async function pageOf(
  db: Reader,
  kind: Kind,
  narrowed: Narrowed,
  { sort, ...span }: Span & { sort: string },
): Promise<{ total: number; records: RecordRow[] }> {
  const order = orderOf(kind, narrowed.columns, sort)
  const byDay = order.column === 'occurred_on' && narrowed.found === null
  const { total, rows } = byDay ? await inOrderOfIndex(db, narrowed.conditions, order, span) : await inOnePass(db, narrowed, order, span)
  const units = await lastUnits(db)
  return { total, records: rows.map((row) => viewOf(row, units)) }
}

/** The index gives the page; counting reads the index alone. */
async function inOrderOfIndex(db: Reader, conditions: Condition[], order: Order, span: Span): Promise<{ total: number; rows: Row[] }> {
  const { rows } = await pageQuery(conditions, order, span).execute(db)
  const short = rows.length > 0 && rows.length < span.limit
  if (short) return { total: span.offset + rows.length, rows }
  const counted = await countQuery(conditions).execute(db)
  return { total: Number(counted.rows[0]?.total ?? 0), rows }
}

/** Every record that is meant is looked at once, for the count and for the order; only those of the page are read whole. */
export async function inOnePass(db: Reader, narrowed: Narrowed, order: Order, span: Span): Promise<{ total: number; rows: Row[] }> {
  const page = (await onePassQuery(narrowed, order, span).execute(db)).rows
  const ids = page.flatMap(({ record_id: id }) => (id === null ? [] : [id]))
  const whole = ids.length === 0 ? [] : (await pageQuery([...currentOf(db), sql<boolean>`record_id = any(${ids}::uuid[])`], order, { offset: 0, limit: ids.length }).execute(db)).rows
  return { total: Number(page[0]?.total ?? 0), rows: whole }
}

export function onePassQuery({ conditions, found }: Narrowed, { column, direction, nulls }: Order, { offset, limit }: Span) {
  const order = sql`key ${sql.raw(direction)}${sql.raw(nulls)}, record_id ${sql.raw(direction)}`
  return sql<{ total: number; record_id: string | null }>`
    with ${found === null ? sql`` : sql`found as materialized (select ${found} as record_id),`}
    meant as materialized (
      select record_id, ${sql.ref(column)} as key from record_versions${found === null ? sql`` : sql` join found using (record_id)`}
      where ${sql.join(conditions, sql` and `)}
    )
    select total, record_id from (select count(*) as total from meant) counted
    left join (select record_id, key from meant order by ${order} limit ${limit} offset ${offset}) page on true
    order by ${order}
  `
}

export function pageQuery(conditions: Condition[], order: Order, { offset, limit }: Span) {
  return sql<Row>`
    select record_id, version, kind, occurred_on, title, unit_id, state, workflow_state, recorded_at, fields from record_versions
    where ${sql.join(conditions, sql` and `)} order by ${orderBy(order)} limit ${limit} offset ${offset}
  `
}

export function countQuery(conditions: Condition[]) {
  return sql<{ total: number }>`select count(*) as total from record_versions where ${sql.join(conditions, sql` and `)}`
}

export interface Order {
  column: string
  direction: 'asc' | 'desc'
  /** What has no value comes last. */
  nulls: '' | ' nulls last'
}

export const newestFirst: Order = { column: 'occurred_on', direction: 'desc', nulls: '' }

export function orderBy({ column, direction, nulls }: Order): RawBuilder<unknown> {
  return sql`${sql.ref(column)} ${sql.raw(direction)}${sql.raw(nulls)}, record_id ${sql.raw(direction)}`
}

/** By day, title, moment of recording or a date or number field. @throws {Invalid} `no-order` */
export function orderOf(kind: Kind, columns: ColumnMap, sort: string): Order {
  const down = sort.startsWith('-')
  const name = down ? sort.slice(1) : sort
  const column = columnOf(kind, columns, name)
  if (column === undefined) throw new Invalid('no-order', `“${kind.title}”不能按“${kind.fields[name]?.title ?? name}”排序。`, { sort })
  return { column, direction: down ? 'desc' : 'asc', nulls: /^[dn]\d/.test(column) ? ' nulls last' : '' }
}

function columnOf(kind: Kind, columns: ColumnMap, name: string): string | undefined {
  if (name === 'occurredOn' || name === kind.occurred) return 'occurred_on'
  if (name === 'recordedAt') return 'known_from'
  return name === 'title' ? 'title' : fieldColumn(columns, name)
}

function fieldColumn(columns: ColumnMap, name: string): string | undefined {
  const place = columns.get(name)
  return place === undefined || (place.type === 't' && place.columns[0] !== 'title') ? undefined : place.columns[0]
}

export function viewOf(row: Omit<Row, 'kind'>, units: Map<string, { name: string }>): RecordRow {
  return {
    recordId: row.record_id,
    version: row.version,
    occurredOn: row.occurred_on,
    title: row.title,
    unitId: row.unit_id,
    unit: units.get(row.unit_id)?.name ?? '',
    state: row.state,
    workflowState: row.workflow_state,
    recordedAt: row.recorded_at.toISOString(),
    fields: row.fields,
  }
}
