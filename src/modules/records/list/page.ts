import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { RecordRow } from '../contract/list.ts'
import type { ColumnMap } from '../columns.ts'
import type { RecordFields } from '../tables.ts'
import type { Condition, Narrowed } from './conditions.ts'
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
  recorded_at: Date
  fields: RecordFields
}

/** One page in order. @throws {Invalid} `no-order` */
export async function pageOf(db: Reader, kind: Kind, { columns, conditions }: Narrowed, { sort, ...span }: Span & { sort: string }): Promise<RecordRow[]> {
  const { rows } = await pageQuery(conditions, orderOf(kind, columns, sort), span).execute(db)
  const units = await lastUnits(db)
  return rows.map((row) => viewOf(row, units))
}

export function pageQuery(conditions: Condition[], order: RawBuilder<unknown>, { offset, limit }: Span) {
  return sql<Row>`
    select record_id, version, kind, occurred_on, title, unit_id, state, recorded_at, fields from record_versions
    where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit} offset ${offset}
  `
}

export function countQuery(conditions: Condition[]) {
  return sql<{ total: number }>`select count(*) as total from record_versions where ${sql.join(conditions, sql` and `)}`
}

export async function countOf(db: Reader, { conditions }: Narrowed): Promise<number> {
  return Number((await countQuery(conditions).execute(db)).rows[0]?.total ?? 0)
}

/** By day, title, moment of recording or a date or number field; what has no value comes last. */
export function orderOf(kind: Kind, columns: ColumnMap, sort: string): RawBuilder<unknown> {
  const down = sort.startsWith('-')
  const name = down ? sort.slice(1) : sort
  const column = name === 'title' ? 'title' : name === 'recordedAt' ? 'known_from' : name === 'occurredOn' || name === kind.occurred ? 'occurred_on' : fieldColumn(columns, name)
  if (column === undefined) throw new Invalid('no-order', `“${kind.title}”不能按“${kind.fields[name]?.title ?? name}”排序。`, { sort })
  const direction = sql.raw(down ? 'desc' : 'asc')
  const nulls = /^[dn]\d/.test(column) ? sql` nulls last` : sql``
  return sql`${sql.ref(column)} ${direction}${nulls}, record_id ${direction}`
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
    recordedAt: row.recorded_at.toISOString(),
    fields: row.fields,
  }
}
