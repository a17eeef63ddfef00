import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { RecordSource } from '../records/rules.ts'
import type { RecordFields } from '../records/tables.ts'
import type { FigureRequest } from './figure.ts'
import { aim } from './measure.ts'
import { comparedBy, questionOf } from './question.ts'
import { meets, within } from './scan.ts'

export interface FigureRecord {
  recordId: string
  title: string
  occurredOn: string
  unitId: string
  kind: string
  fields: RecordFields
  source: RecordSource | null
}

const MOST_RECORDS = 1000

/**
 * The records a figure stands on, a page of them by day, title and row of the ledger: the denominator's for a share
 * or rate, this period's for a change. `total` is the figure's `records`.
 *
 * @throws {Invalid} `bad-page` and as for `evaluate`
 */
export async function figureRecords(
  db: Reader,
  catalogue: Catalogue,
  request: FigureRequest,
  page: { position: number; limit: number; offset: number },
): Promise<{ total: number; records: FigureRecord[] }> {
  const { limit, offset, position } = page
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_RECORDS || !Number.isSafeInteger(offset) || offset < 0) {
    throw new Invalid('bad-page', `每页条数应为 1 至 ${MOST_RECORDS}，起始位置不小于 0。`)
  }
  const question = questionOf(catalogue, request)
  const [aimed] = await aim(db, [comparedBy(catalogue, question)?.now ?? question], position)
  if (aimed?.plan == null) return { total: 0, records: [] }
  const { kind, period } = aimed.question
  const counted = sql<boolean>`${within(db, { kind: kind.id, period, position }, aimed.units?.ids ?? null)}
    and ${meets(aimed.plan.counted)}`
  const total = await db
    .selectFrom('record_versions')
    .select((count) => count.fn.countAll<number>().as('total'))
    .where(counted)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('record_versions')
    .select(['record_id', 'title', 'occurred_on', 'unit_id', 'kind', 'fields', 'source_file', 'source_sheet', 'source_row'])
    .where(counted)
    .orderBy('occurred_on')
    // By code point, so that the order is the same on every server.
    .orderBy(sql`title collate "C"`)
    .orderBy('source_row')
    .orderBy('record_id')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total: total.total, records: rows.map(toRecord) }
}

function toRecord(row: {
  record_id: string
  title: string
  occurred_on: string
  unit_id: string
  kind: string
  fields: RecordFields
  source_file: string | null
  source_sheet: string | null
  source_row: number | null
}): FigureRecord {
  const { source_file: file, source_sheet: sheet, source_row: line } = row
  return {
    recordId: row.record_id,
    title: row.title,
    occurredOn: row.occurred_on,
    unitId: row.unit_id,
    kind: row.kind,
    fields: row.fields,
    source: file === null || sheet === null || line === null ? null : { file, sheet, row: line },
  }
}
