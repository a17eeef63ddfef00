import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { RecordFields } from '../tables.ts'
import { allConditions, type Narrowed } from './conditions.ts'
import { orderBy, orderOf } from './page.ts'
import { lastUnits } from './units.ts'

export type Cell = string | number | null

export interface Sheet {
  heading: string[]
  /** Read from the database as they are asked for. */
  rows: AsyncIterable<Cell[]>
  total: number
}

const MOST_RECORDS = 100_000
const READ_AT_ONCE = 1_000

/**
 * The filtered records as rows: unit, the chosen fields by the titles of their columns, and the state where voided ones
 * are among them. It comes back through the import as it stands.
 *
 * @throws {Invalid} `export-too-large`, `no-field`, `no-order`
 */
export async function exportSheet(db: Reader, { catalogue, kind, narrowed, sort, columns, withState }: {
  catalogue: Catalogue
  kind: Kind
  narrowed: Narrowed
  sort: string
  columns: string[] | undefined
  withState: boolean
}): Promise<Sheet> {
  const ids = await idsInOrder(db, kind, narrowed, sort)
  const fields = (columns ?? Object.keys(kind.fields)).map((id) => shownField(catalogue, kind, id))
  const units = await lastUnits(db)
  const cellsOf = (row: ExportedRow): Cell[] => [
    units.get(row.unit_id)?.name ?? '',
    ...fields.map((field) => field.cell(row.fields)),
    ...(withState ? [row.state === 'voided' ? '已作废' : '有效'] : []),
  ]
  return { heading: ['单位', ...fields.map(({ title }) => title), ...(withState ? ['状态'] : [])], rows: readRows(db, ids, cellsOf), total: ids.length }
}

async function idsInOrder(db: Reader, kind: Kind, narrowed: Narrowed, sort: string): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`
    select record_id from record_versions where ${sql.join(allConditions(narrowed), sql` and `)}
    order by ${orderBy(orderOf(kind, narrowed.columns, sort))} limit ${MOST_RECORDS + 1}
  `.execute(db)
  if (rows.length > MOST_RECORDS) {
    throw new Invalid('export-too-large', `一次最多导出 ${MOST_RECORDS} 条，请先用日期或单位缩小范围。`, { limit: MOST_RECORDS })
  }
  return rows.map((row) => row.record_id)
}

interface ExportedRow {
  record_id: string
  unit_id: string
  state: 'recorded' | 'voided'
  fields: RecordFields
}

async function* readRows(db: Reader, ids: string[], cellsOf: (row: ExportedRow) => Cell[]): AsyncGenerator<Cell[]> {
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const some = ids.slice(from, from + READ_AT_ONCE)
    const { rows } = await sql<ExportedRow>`
      select record_id, unit_id, state, fields from record_versions
      where tenant_id = ${db.tenantId} and record_id = any(${some}::uuid[]) and known_to = 9223372036854775807
    `.execute(db)
    const found = new Map(rows.map((row) => [row.record_id, row]))
    for (const id of some) {
      const row = found.get(id)
      if (row !== undefined) yield cellsOf(row)
    }
  }
}

function shownField(catalogue: Catalogue, kind: Kind, id: string): { title: string; cell(fields: RecordFields): Cell } {
  const field = kind.fields[id]
  if (field === undefined) throw new Invalid('no-field', `“${kind.title}”没有字段“${id}”。`, { field: id })
  const values = catalogue.vocabularies.get(field.vocabulary ?? '')?.values ?? {}
  const shown = (value: string) => (Object.hasOwn(values, value) ? (values[value]?.title ?? value) : value)
  return {
    title: field.title,
    cell: (fields) => {
      const value = fields[id]
      if (value === undefined || typeof value === 'number') return value ?? null
      return Array.isArray(value) ? value.map(shown).join('；') : shown(value)
    },
  }
}
