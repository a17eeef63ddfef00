import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { canonicalText, eventBody } from '../../platform/events/envelope.ts'
import { Conflict } from '../../platform/errors.ts'
import type { NewRecord } from './actions.ts'
import type { ColumnMap } from './columns.ts'
import { evolve, projectVersion } from './rules.ts'
import type { RecordEvent, RecordSource } from './rules.ts'

export interface StagedRecord {
  recordId: string
  record: NewRecord
  source: RecordSource
  pack: string
  columns: ColumnMap
}

// A column of a chunk travels as one text, which costs a fraction of an array literal.
// No field may hold these control characters (fields/text.ts), and JSON escapes them.
const BETWEEN = '\u001e'
const NULL = '\u001f'

const FROM_TRANSACTION = ['tenant_id', 'known_from', 'known_to', 'recorded_at', 'recorded_by']
const CASTS: Record<string, string> = {
  record_id: 'uuid',
  unit_id: 'uuid',
  version: 'int',
  source_row: 'int',
  occurred_on: 'date',
  fields: 'jsonb',
}

/** The temporary table of this transaction: seen by nobody else, not logged, gone with it. */
export async function createStaging(tx: Tx): Promise<void> {
  const dropped = sql.join(FROM_TRANSACTION.map((name) => sql`drop column ${sql.ref(name)}`))
  await sql`create temporary table staged (like record_versions) on commit drop`.execute(tx)
  await sql`alter table staged ${dropped}, add column ord bigint, add column type text, add column subject text,
    add column payload bytea, add column payload_hash bytea`.execute(tx)
  await sql`set local work_mem = '32MB'`.execute(tx)
}

/** Writes records down as events and as versions; `first` is the place of the first among all of the file. */
export async function stageChunk(tx: Tx, chunk: StagedRecord[], first: number): Promise<void> {
  const payloads: string[] = []
  const cells = new Map<string, (string | number)[]>()
  const put = (name: string, row: number, value: string | number | null | undefined) => {
    if (value === null || value === undefined) return
    let column = cells.get(name)
    if (column === undefined) cells.set(name, (column = Array.from({ length: chunk.length }, () => NULL)))
    column[row] = value
  }
  chunk.forEach(({ recordId, record, source, pack, columns }, row) => {
    const { kind, unitId, fields } = record
    const event: RecordEvent = { type: 'record.entered', content: { kind, unitId, fields, source } }
    payloads.push(canonicalText(eventBody({ ...event, subject: `record:${recordId}`, pack }, tx)))
    put('record_id', row, recordId)
    put('fields', row, JSON.stringify(fields))
    const version = projectVersion(evolve(null, event, pack), columns)
    for (const name in version) put(name, row, version[name])
  })
  const names = [...cells.keys()]
  const varying = [...cells].filter(([name, column]) => name === 'record_id' || column.some((cell) => cell !== column[0]))
  const texts = sql.join(varying.map(([, column]) => split(column.join(BETWEEN))))
  const given = sql.join(varying.map(([name]) => sql.ref(name)))
  const vary = new Set(varying.map(([name]) => name))
  const values = names.map((name) => {
    const value = vary.has(name) ? sql.ref(name) : sql`${String(cells.get(name)?.[0])}::text`
    return sql`${value}::${sql.raw(castOf(name))}`
  })
  // One statement, so that the server works on it while the next chunk is prepared.
  // "offset 0" keeps the payload from being encoded twice.
  await sql`
    insert into staged (ord, type, subject, payload, payload_hash, ${sql.join(names.map((name) => sql.ref(name)))})
    select ${first}::bigint + e.ord - 1, 'record.entered', 'record:' || e.record_id, e.bytes, sha256(e.bytes), ${sql.join(values)}
    from (
      select *, convert_to(payload, 'UTF8') as bytes
      from rows from (${split(payloads.join(BETWEEN))}, ${texts}) with ordinality as given (payload, ${given}, ord)
      offset 0
    ) e
  `.execute(tx)
}

/** Copies the staged versions to their table; the first of them was recorded at position `first`. */
export async function insertStaged(tx: Tx, first: number): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select s.attname as name from pg_attribute s join pg_attribute v using (attname)
    where s.attrelid = 'staged'::regclass and v.attrelid = 'record_versions'::regclass
      and s.attnum > 0 and not s.attisdropped and not v.attisdropped
  `.execute(tx)
  const names = sql.join(rows.map(({ name }) => sql.ref(name)))
  await sql`
    insert into record_versions (tenant_id, known_from, recorded_at, recorded_by, ${names})
    select ${tx.tenantId}::bigint, ${first}::bigint + ord - 1, ${tx.recordedAt}::timestamptz, ${tx.actor}::text, ${names}
    from staged
  `
    .execute(tx)
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error
      throw new Conflict('record-exists', '文件中的记录已经登记过，没有重复登记。')
    })
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

function split(text: string) {
  return sql`string_to_table(${text}::text, ${BETWEEN}::text, ${NULL}::text)`
}

function castOf(name: string): string {
  return CASTS[name] ?? (/^n\d+$/.test(name) ? 'bigint' : /^d\d+$/.test(name) ? 'date' : 'text')
}
