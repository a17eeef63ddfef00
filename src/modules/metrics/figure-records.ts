import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { RecordSource } from '../records/rules.ts'
import type { RecordFields } from '../records/tables.ts'
import { readingOf } from './compile.ts'
import type { Filter, Plan } from './compile.ts'
import type { FigureRequest } from './figure.ts'
import { comparedBy, questionOf } from './question.ts'
import { meets, newestFirst, within } from './scan.ts'
import { prepare } from './tally.ts'
import type { Prepared } from './tally.ts'

export interface FigureRecord {
  recordId: string
  title: string
  occurredOn: string
  unitId: string
  kind: string
  fields: RecordFields
  /** File, sheet and row of an imported record. */
  source: RecordSource | null
}

export interface RecordsWanted {
  position: number
  limit: number
  offset: number
  /**
   * `counted` (the usual): the records the figure stands on, `Figure.records` of them; `numerator`: the part of a
   * share or rate; `excluded`: those left out; `before`: those of the year earlier that a change is compared with.
   */
  which?: 'counted' | 'numerator' | 'excluded' | 'before'
}

const MOST_RECORDS = 1000

/**
 * The records behind a figure, by day, title and row of the ledger; found by the same filter that computed it.
 *
 * @throws {Invalid} `bad-page`, and those of `evaluate`
 * @throws {NotFound} `no-unit`
 */
export async function figureRecords(
  db: Reader,
  catalogue: Catalogue,
  request: FigureRequest,
  { position, limit, offset, which = 'counted' }: RecordsWanted,
): Promise<{ total: number; records: FigureRecord[] }> {
  checkPage(limit, offset)
  const asked = questionOf(catalogue, request)
  const compared = comparedBy(catalogue, asked)
  if (compared === null && which === 'before') return { total: 0, records: [] }
  const question = compared === null ? asked : which === 'before' ? compared.before : compared.now
  const [prepared = null] = await prepare(db, [question], position)
  const filter = prepared === null ? null : filterOf(prepared.plan, which)
  if (prepared === null || filter === null) return { total: 0, records: [] }
  const condition = sql<boolean>`${within(db, prepared.scope, prepared.place.unitIds)} and ${meets(filter)}`
  const counted = await sql<{ total: number }>`select count(*) as total from record_versions where ${condition}`.execute(db)
  const onlyNewest = prepared.plan.form === 'latest' && which !== 'excluded'
  const total = Math.min(counted.rows[0]?.total ?? 0, onlyNewest ? 1 : Infinity)
  const order = onlyNewest ? newestFirst : listOrder
  const { rows } = await sql<Row>`
    select record_id, title, occurred_on, unit_id, kind, fields, source_file, source_sheet, source_row
    from record_versions where ${condition}
    order by ${order} limit ${Math.max(0, Math.min(limit, total - offset))} offset ${offset}
  `.execute(db)
  return { total, records: rows.map(toRecord) }
}

// A branch for each figure keeps a statement quick to plan and far from the most parameters it may have.
const MOST_LISTS = 50

/**
 * For each of many figures the first records that it stands on, as `figureRecords` lists them, by few statements.
 *
 * @throws {Invalid} `bad-page`, and those of `evaluate`
 * @throws {NotFound} `no-unit`
 */
export async function firstRecords(
  db: Reader,
  catalogue: Catalogue,
  requests: FigureRequest[],
  { position, limit }: { position: number; limit: number },
): Promise<FigureRecord[][]> {
  checkPage(limit, 0)
  const questions = requests.map((request) => {
    const asked = questionOf(catalogue, request)
    return comparedBy(catalogue, asked)?.now ?? asked
  })
  const prepared = await prepare(db, questions, position)
  const lists: FigureRecord[][] = requests.map(() => [])
  for (let start = 0; start < prepared.length; start += MOST_LISTS) {
    const branches = prepared.slice(start, start + MOST_LISTS).flatMap((one, at) => {
      const filter = one === null ? null : filterOf(one.plan, 'counted')
      return one === null || filter === null ? [] : [firstOf(db, one, filter, { list: start + at, limit })]
    })
    if (branches.length === 0) continue
    const { rows } = await sql<Row & { list: number; place: number }>`${sql.join(branches, sql` union all `)}`.execute(db)
    for (const row of rows.toSorted((a, b) => a.place - b.place)) lists[row.list]?.push(toRecord(row))
  }
  return lists
}

function firstOf(db: Reader, { scope, place, plan }: Prepared, filter: Filter, { list, limit }: { list: number; limit: number }) {
  const newest = plan.form === 'latest'
  return sql`(
    select ${list}::int as list, row_number() over (order by ${newest ? newestFirst : listOrder}) as place,
      record_id, title, occurred_on, unit_id, kind, fields, source_file, source_sheet, source_row
    from record_versions where ${within(db, scope, place.unitIds)} and ${meets(filter)}
    order by place limit ${newest ? Math.min(limit, 1) : limit})`
}

// By code point, so that the order is the same on every server.
const listOrder = sql`occurred_on, title collate "C", source_row, record_id`

/** Null when the figure has no such records. */
function filterOf(plan: Plan, which: RecordsWanted['which']): Filter | null {
  if (which === 'excluded') return plan.excluded
  if (which === 'numerator') return plan.part
  const { amount } = readingOf(plan)
  return plan.form === 'latest' && amount !== null ? amount.filter : plan.counted
}

interface Row {
  record_id: string
  title: string
  occurred_on: string
  unit_id: string
  kind: string
  fields: RecordFields
  source_file: string | null
  source_sheet: string | null
  source_row: number | null
}

function toRecord(row: Row): FigureRecord {
  const { source_file: file, source_sheet: sheet, source_row: line } = row
  const source = file === null || sheet === null || line === null ? null : { file, sheet, row: line }
  const { record_id: recordId, title, occurred_on: occurredOn, unit_id: unitId, kind, fields } = row
  return { recordId, title, occurredOn, unitId, kind, fields, source }
}

function checkPage(limit: number, offset: number): void {
  const fits = Number.isInteger(limit) && limit >= 0 && limit <= MOST_RECORDS && Number.isSafeInteger(offset) && offset >= 0
  if (!fits) throw new Invalid('bad-page', `一页最多 ${MOST_RECORDS} 条记录，起点不能为负。`, { limit, offset })
}
