import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { BinaryRows } from '../../platform/database/binary-rows.ts'
import { Conflict } from '../../platform/errors.ts'
import type { Kind } from '../packs/schema/kind.ts'
import type { ColumnMap } from './columns.ts'
import { columnValues } from './columns.ts'
import { enteredWriter } from './entered-payload.ts'
import type { Entered, EnteredTexts } from './entered-payload.ts'
import type { RecordIdentity } from './import-rows.ts'

// What is the same for every row of a file is not sent with each.
const SAME_FOR_ALL = ['tenant_id', 'known_from', 'known_to', 'version', 'state', 'recorded_at', 'recorded_by', 'source_file']
const OF_EVENT = ['ord', 'file', 'subject', 'payload']
const OF_VERSION = ['pack', 'record_id', 'kind', 'unit_id', 'source_sheet', 'source_row', 'fields']

/** The temporary table of this transaction: seen by nobody else, not logged, gone with it. */
export async function createStaging(tx: Tx): Promise<void> {
  const dropped = sql.join(SAME_FOR_ALL.map((name) => sql`drop column ${sql.ref(name)}`))
  await sql`create temporary table staged (like record_versions) on commit drop`.execute(tx)
  await sql`alter table staged ${dropped}, add column ord int, add column file int, add column subject text, add column payload bytea`.execute(tx)
}

/** Records of one kind on their way to the table `staged`, each as an event and as a version. */
export class StagedKind {
  readonly columns: ColumnMap
  readonly typed: string[]
  readonly #kind: string
  readonly #pack: string
  readonly #write: (entered: Entered) => EnteredTexts
  readonly #rows = new BinaryRows()
  readonly #statement: string
  readonly #units = new Map<string, Buffer>()
  #waiting = 0

  constructor(tx: Tx, { kind, pack, columns }: { kind: Kind & { id: string }; pack: string; columns: ColumnMap }) {
    this.columns = columns
    this.typed = [...columns.values()].flatMap((place) => place.columns)
    this.#kind = kind.id
    this.#pack = pack
    this.#write = enteredWriter(kind, pack, tx)
    this.#statement = `copy staged (${[...OF_EVENT, ...OF_VERSION, ...this.typed].join(', ')}) from stdin (format binary)`
  }

  /** Bytes that were added and not yet sent. */
  get size(): number {
    return this.#waiting === 0 ? 0 : this.#rows.size
  }

  /** Adds the `ord`-th record of an import, from its `file`-th file, both from 1; returns the SHA-256 of its event's payload. */
  add(ord: number, file: number, entered: Entered & RecordIdentity): Buffer {
    const { recordId, bytes, record, source } = entered
    const { fields, payload } = this.#write(entered)
    const rows = this.#rows
    rows.row(OF_EVENT.length + OF_VERSION.length + this.typed.length)
    rows.int4(ord)
    rows.int4(file)
    rows.text(`record:${recordId}`)
    rows.text(payload)
    const payloadHash = hash('sha256', rows.written(), 'buffer')
    rows.text(this.#pack)
    rows.bytes(bytes)
    rows.text(this.#kind)
    rows.bytes(this.#unitBytes(record.unitId))
    rows.text(source.sheet)
    rows.int4(source.row)
    rows.jsonb(fields)
    const values = columnValues(record.fields, this.columns)
    for (const column of this.typed) this.#put(column, values[column])
    this.#waiting += 1
    return payloadHash
  }

  /** Sends what was added; the server works on it while the next rows are prepared. */
  send(tx: Tx): Promise<void> {
    this.#waiting = 0
    return tx.copyIn(this.#statement, this.#rows.take())
  }

  #unitBytes(unitId: string): Buffer {
    const known = this.#units.get(unitId)
    if (known !== undefined) return known
    const bytes = uuidBytes(unitId)
    this.#units.set(unitId, bytes)
    return bytes
  }

  #put(column: string, value: string | number | undefined): void {
    if (value === undefined) this.#rows.null()
    else if (typeof value === 'number') this.#rows.int8(value)
    else if (column === 'occurred_on' || column.startsWith('d')) this.#rows.date(value)
    else this.#rows.text(value)
  }
}

/** Copies the staged versions to their table; the first of them was recorded at position `first`. */
export async function insertStaged(tx: Tx, { first, typed, files }: { first: number; typed: Set<string>; files: { sha256: string }[] }): Promise<void> {
  const names = sql.join([...OF_VERSION, ...typed].map((name) => sql.ref(name)))
  await sql`
    insert into record_versions (tenant_id, known_from, version, state, recorded_at, recorded_by, source_file, ${names})
    select ${tx.tenantId}::bigint, ${first}::bigint + ord - 1, 1, 'recorded', ${tx.recordedAt}::timestamptz, ${tx.actor}::text,
      (${files.map(({ sha256 }) => sha256)}::text[])[file], ${names}
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

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
