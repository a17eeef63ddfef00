import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { canonicalBytes, eventBody } from '../../platform/events/envelope.ts'
import { Conflict } from '../../platform/errors.ts'
import type { NewRecord } from './actions.ts'
import type { ColumnMap } from './columns.ts'
import { evolve, projectVersion } from './rules.ts'
import type { RecordEvent } from './rules.ts'

export interface StagedRecord {
  recordId: string
  record: NewRecord
  pack: string
  columns: ColumnMap
}

// A column of a chunk travels as one text, which costs a fraction of an array literal.
// No field may hold these control characters (fields/text.ts), and JSON escapes them.
const BETWEEN = '\u001e'
const NULL = '\u001f'

const CASTS: Record<string, string> = { unit_id: 'uuid', record_id: 'uuid', version: 'int', source_row: 'int', occurred_on: 'date', fields: 'jsonb' }

/** Temporary tables of this transaction: unlogged, seen by nobody else, gone with it. */
export async function createStaging(tx: Tx): Promise<void> {
  await sql`create temporary table staged_events (
    ord bigint, type text, subject text, pack text, payload bytea, payload_hash bytea) on commit drop`.execute(tx)
  await sql`create temporary table staged_records (like record_versions) on commit drop`.execute(tx)
  for (const column of ['known_from', 'known_to', 'tenant_id', 'recorded_at', 'recorded_by']) {
    await sql`alter table staged_records drop column ${sql.ref(column)}`.execute(tx)
  }
  await sql`alter table staged_records add column ord bigint`.execute(tx)
}

/** Writes records down as events and as versions; `first` is the place of the first among all of the file. */
export async function stageChunk(tx: Tx, chunk: StagedRecord[], first: number): Promise<void> {
  const payloads: string[] = []
  const rows: Record<string, string | number | null>[] = []
  for (const { recordId, record, pack, columns } of chunk) {
    const { kind, unitId, fields, source = null } = record
    const event: RecordEvent = { type: 'record.entered', content: { kind, unitId, fields, source } }
    payloads.push(canonicalBytes(eventBody({ ...event, subject: `record:${recordId}`, pack }, tx)).toString('utf8'))
    rows.push({ record_id: recordId, fields: JSON.stringify(fields), ...projectVersion(evolve(null, event, pack), columns) })
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const texts = names.map((name) => rows.map((row) => row[name] ?? NULL).join(BETWEEN))
  const columns = names.map((name) => sql`${sql.ref(name)}::${sql.raw(castOf(name))}`)
  await sql`
    insert into staged_records (ord, ${sql.join(names.map((name) => sql.ref(name)))})
    select ${first}::bigint + e.ord - 1, ${sql.join(columns)}
    from rows from (${sql.join(texts.map(column))}) with ordinality as e (${sql.join(names.map((name) => sql.ref(name)))}, ord)
  `.execute(tx)
  await sql`
    insert into staged_events
    select ${first}::bigint + e.ord - 1, 'record.entered', 'record:' || e.id, e.pack, p.payload, sha256(p.payload)
    from rows from (${column(payloads.join(BETWEEN))}, ${column(rows.map((row) => row['record_id']).join(BETWEEN))},
      ${column(chunk.map(({ pack }) => pack).join(BETWEEN))}) with ordinality as e (text, id, pack, ord)
    cross join lateral (select convert_to(e.text, 'UTF8') as payload offset 0) p
  `.execute(tx)
}

/** Copies the staged versions to their table; the first of them was recorded at position `first`. */
export async function insertStaged(tx: Tx, first: number): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = 'staged_records'::regclass and attnum > 0 and not attisdropped and attname <> 'ord'
  `.execute(tx)
  const names = sql.join(rows.map(({ name }) => sql.ref(name)))
  const inserted = await sql`
    insert into record_versions (tenant_id, known_from, recorded_at, recorded_by, ${names})
    select ${tx.tenantId}::bigint, ${first}::bigint + ord - 1, ${tx.recordedAt}::timestamptz, ${tx.actor}::text, ${names}
    from staged_records order by ord
    on conflict do nothing
  `.execute(tx)
  const { rows: staged } = await sql<{ count: number }>`select count(*) as count from staged_records`.execute(tx)
  if (Number(inserted.numAffectedRows) === staged[0]?.count) return
  throw new Conflict('record-exists', '文件中的记录已经登记过，没有重复登记。')
}

function column(text: string) {
  return sql`string_to_table(${text}::text, ${BETWEEN}::text, ${NULL}::text)`
}

function castOf(name: string): string {
  return CASTS[name] ?? (/^n\d+$/.test(name) ? 'bigint' : /^d\d+$/.test(name) ? 'date' : 'text')
}
