import { hash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Tx } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { HASH_BYTES } from '../../platform/events/chain.ts'
import { knownUnits } from '../org/queries.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { adoptedColumns, packOfKind } from './actions.ts'
import type { NewRecord } from './actions.ts'
import { problemOf } from './fields/text.ts'
import { checkFields } from './rules.ts'
import { StagedKind, createStaging } from './staging.ts'

export interface ImportedFile {
  name: string
  sha256: string
}

export interface ImportOptions {
  onProgress?: (progress: { phase: 'staging' | 'recording'; records: number }) => void
  signal?: AbortSignal
}

export interface ImportProblem {
  file: string
  sheet: string
  row: number
  title: string
  problem: string
}

/** What stands in the table `staged`: how many records of each file, the hashes of their payloads, and the typed columns in use. */
export interface Staged {
  count: number
  files: (ImportedFile & { records: number })[]
  payloadHashes: Buffer
  typed: Set<string>
}

interface Sheet {
  /** Those that came. */
  rows: Set<number>
  idOf: ReturnType<typeof importedIds>
  /** What is wrong with its name. */
  problem: string | null
}

// Small enough that the server begins early, large enough that its journeys do not count.
const CHUNK_BYTES = 256_000
// Between so many rows others get their turn, and what was sent before reaches the server.
const STRETCH = 50
const MOST_RECORDS = 100_000
const MOST_PROBLEMS = 500

/**
 * Ids of the records of a sheet: the same row of the same file is the same record. They follow each other as the rows
 * do, which an index takes much faster than ids at random.
 */
export function importedIds(tenantId: number, file: string, sheet: string): (row: number) => RecordIdentity {
  const bytes = hash('sha256', JSON.stringify([tenantId, file, sheet]), 'buffer').subarray(0, 16)
  // Version 8, variant 10: a UUID whose bits have a meaning of our own (RFC 9562, 5.8).
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  const start = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 24)}`
  return (row) => {
    bytes.writeUInt32BE(row, 12)
    return { recordId: start + row.toString(16).padStart(8, '0'), bytes }
  }
}

/** An id as text, and as its 16 bytes, valid until the next is asked for. */
export interface RecordIdentity {
  recordId: string
  bytes: Uint8Array
}

/** Records on their way in, checked, written down and hashed as they come; the server stores some while the next come. */
export class Intake {
  readonly #tx: Tx
  readonly #catalogue: Catalogue
  readonly #options: ImportOptions
  readonly #units: Set<string>
  readonly #kinds = new Map<string, StagedKind>()
  readonly #problems: ImportProblem[] = []
  readonly #payloadHashes = Buffer.allocUnsafe(MOST_RECORDS * HASH_BYTES)
  readonly #files: Staged['files'] = []
  #sheets = new Map<string, Sheet>()
  #count = 0
  #sending: Promise<void> = Promise.resolve()

  private constructor(tx: Tx, catalogue: Catalogue, options: ImportOptions, units: Set<string>) {
    this.#tx = tx
    this.#catalogue = catalogue
    this.#options = options
    this.#units = units
  }

  static async open(tx: Tx, catalogue: Catalogue, options: ImportOptions): Promise<Intake> {
    await createStaging(tx)
    return new Intake(tx, catalogue, options, await knownUnits(tx))
  }

  /** The records taken from now on come from this file. */
  begin({ name, sha256 }: ImportedFile): void {
    this.#files.push({ name, sha256, records: 0 })
    this.#sheets = new Map()
  }

  /** A unit that is founded in this transaction may have records too. */
  admitUnit(unitId: string): void {
    this.#units.add(unitId)
  }

  async take(records: Iterable<NewRecord>): Promise<void> {
    for (const record of records) {
      const staged = this.#kinds.get(record.kind) ?? (await this.#openKind(record.kind))
      this.#add(record, staged)
      if (this.#count % STRETCH === 0) await turn()
      if (staged !== null && staged.size >= CHUNK_BYTES) await this.#send(staged)
    }
  }

  /** @throws {Invalid} `bad-rows` with `details.problems`, `no-rows` */
  async finish(): Promise<Staged> {
    for (const staged of this.#kinds.values()) if (staged.size > 0 && this.#problems.length === 0) await this.#send(staged)
    await this.#sending
    this.#options.signal?.throwIfAborted()
    if (this.#problems.length > 0) throw badRows(this.#problems)
    if (this.#count === 0) throw new Invalid('no-rows', `${this.#files.map(({ name }) => `“${name}”`).join('、')}里没有可登记的记录。`)
    return {
      count: this.#count,
      files: this.#files,
      payloadHashes: this.#payloadHashes.subarray(0, this.#count * HASH_BYTES),
      typed: new Set([...this.#kinds.values()].flatMap((staged) => staged.typed)),
    }
  }

  /** Null for a kind that nobody defines, which the check of the record's fields says. */
  async #openKind(id: string): Promise<StagedKind | null> {
    const kind = this.#catalogue.kinds.get(id)
    if (kind === undefined) return null
    const columns = await adoptedColumns(this.#tx, id)
    const staged = new StagedKind(this.#tx, { kind, pack: packOfKind(this.#catalogue, id), columns })
    this.#kinds.set(id, staged)
    return staged
  }

  #add(record: NewRecord, staged: StagedKind | null): void {
    const file = this.#files.at(-1)
    if (file === undefined) throw new TypeError('Records come from a file')
    if (this.#count >= MOST_RECORDS) throw tooMany()
    this.#count += 1
    file.records += 1
    const { sheet, row } = record.source ?? { sheet: '', row: this.#count }
    const { rows, idOf, problem } = this.#sheets.get(sheet) ?? this.#openSheet(file, sheet)
    const found = checkFields(this.#catalogue, record.kind, record.fields)
    if (!this.#units.has(record.unitId)) found.push({ field: '', title: '单位', problem: '没有这个单位' })
    if (rows.has(row)) found.push({ field: '', title: '行', problem: '同一行出现了两次' })
    if (problem !== null && rows.size === 0) found.push({ field: '', title: '工作表名', problem })
    rows.add(row)
    for (const { title, problem: told } of found) this.#problems.push({ file: file.name, sheet, row, title, problem: told })
    if (this.#problems.length > MOST_PROBLEMS) throw badRows(this.#problems)
    if (this.#problems.length > 0 || staged === null) return
    const entered = { ...idOf(row), record, source: { file: file.sha256, sheet, row } }
    this.#payloadHashes.set(staged.add(this.#count, this.#files.length, entered), (this.#count - 1) * HASH_BYTES)
  }

  #openSheet(file: ImportedFile, name: string): Sheet {
    const idOf = importedIds(this.#tx.tenantId, file.sha256, name)
    const sheet = { rows: new Set<number>(), idOf, problem: name === '' ? null : problemOf(name) }
    this.#sheets.set(name, sheet)
    return sheet
  }

  async #send(staged: StagedKind): Promise<void> {
    this.#options.signal?.throwIfAborted()
    await this.#sending
    // The server stores these while the next are prepared here; a failure surfaces at the next await.
    this.#sending = staged.send(this.#tx)
    this.#sending.catch(() => undefined)
    this.#options.onProgress?.({ phase: 'staging', records: this.#count })
  }
}

function tooMany(): Invalid {
  return new Invalid('too-many-rows', `一次最多登记 ${MOST_RECORDS} 条记录，请分几次导入。什么都没有写入。`)
}

function badRows(problems: ImportProblem[]): Invalid {
  const [first] = problems
  const where = first === undefined ? '' : `“${first.file}”工作表“${first.sheet}”第 ${first.row} 行，${first.title}：${first.problem}`
  return new Invalid('bad-rows', `有 ${problems.length} 处错误，什么都没有写入。第一处：${where}。`, {
    problems: problems.slice(0, MOST_PROBLEMS),
  })
}
