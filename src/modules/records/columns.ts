import type { Reader } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Field, Kind } from '../packs/schema/kind.ts'
import { fieldTypes } from './fields/types.ts'
import type { RecordFields } from './tables.ts'

/** Where a field's values stand in `record_versions`: one column per value, and the digits of a decimal. */
export interface FieldPlace {
  columns: string[]
  digits: number
  type: 't' | 'd' | 'n'
}

export type ColumnMap = Map<string, FieldPlace>

const CAPACITY = { t: 16, d: 4, n: 8 }

/** The columns that hold each field of a kind, as they were once allocated for this tenant. */
export async function columnMap(db: Reader, kind: string): Promise<ColumnMap> {
  const rows = await db
    .selectFrom('field_columns')
    .select(['field', 'column_name', 'digits'])
    .where('tenant_id', '=', db.tenantId)
    .where('kind', '=', kind)
    .orderBy('field')
    .orderBy('slot')
    .execute()
  const map: ColumnMap = new Map()
  for (const { field, column_name: column, digits } of rows) {
    const place = map.get(field)
    if (place === undefined) map.set(field, { columns: [column], digits, type: sortOf(column) })
    else place.columns.push(column)
  }
  return map
}

/** Field → names of the columns that hold its values, in order. */
export async function columnsOf(db: Reader, kind: string): Promise<Map<string, string[]>> {
  return new Map([...(await columnMap(db, kind))].map(([field, place]) => [field, place.columns]))
}

/** Values of the typed columns that follow from a record's fields. */
export function columnValues(fields: RecordFields, columns: ColumnMap): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [field, place] of columns) {
    const value = fields[field]
    if (value === undefined) continue
    const list = Array.isArray(value) ? value : [value]
    place.columns.forEach((column, slot) => {
      const single = list[slot]
      if (single !== undefined) values[column] = typeof single === 'number' ? Math.round(single * 10 ** place.digits) : single
    })
  }
  return values
}

/**
 * Places for the fields of a kind that have none yet. A column is never given to another field, because
 * versions written before still hold the old field's values in it.
 *
 * @throws {Invalid} `kind-too-wide`, `field-changed`
 */
export function allocate(kindId: string, kind: Kind, taken: ColumnMap): ColumnMap {
  const used = new Set([...taken.values()].flatMap((place) => place.columns))
  const added: ColumnMap = new Map()
  for (const [id, field] of Object.entries(kind.fields)) {
    const sort = id === kind.occurred ? 'd' : id === kind.naming ? 't' : placed(field) ? fieldTypes[field.type].column : null
    if (sort === null) continue
    const digits = field.type === 'decimal' ? (field.digits ?? 0) : 0
    const place = taken.get(id)
    if (place !== undefined) {
      if (place.type !== sort || place.digits !== digits) throw fieldChanged(kind, field)
      continue
    }
    if (id === kind.occurred) added.set(id, { columns: ['occurred_on'], digits, type: sort })
    else if (id === kind.naming) added.set(id, { columns: ['title'], digits, type: sort })
    else added.set(id, { columns: Array.from({ length: field.many }, () => nextFree(sort, used, kind)), digits, type: sort })
  }
  if (!taken.has(kind.occurred) && !added.has(kind.occurred)) throw new Invalid('kind-incomplete', `台账“${kindId}”没有日期字段`)
  return added
}

function placed(field: Field): boolean {
  return field.type !== 'text' || field.facet
}

function nextFree(sort: 't' | 'd' | 'n', used: Set<string>, kind: Kind): string {
  for (let n = 1; n <= CAPACITY[sort]; n += 1) {
    const column = `${sort}${n}`
    if (used.has(column)) continue
    used.add(column)
    return column
  }
  const sorts = { t: '选项与可筛选文字', d: '日期', n: '数字' }
  throw new Invalid('kind-too-wide', `台账“${kind.title}”的${sorts[sort]}字段过多，最多 ${CAPACITY[sort]} 个（多值字段按值计）。`)
}

function sortOf(column: string): 't' | 'd' | 'n' {
  if (column === 'occurred_on') return 'd'
  return column === 'title' ? 't' : (column[0] as 't' | 'd' | 'n')
}

function fieldChanged(kind: Kind, field: Field): Invalid {
  return new Invalid(
    'field-changed',
    `台账“${kind.title}”的字段“${field.title}”改变了类型或小数位数，已有记录无法再读。请另立一个新字段。`,
  )
}
