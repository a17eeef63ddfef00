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

// Small enough that the server begins early, large enough that its journeys do not count.
const CHUNK_BYTES = 256_000
// Between so many rows others get their turn, and what was sent before reaches the server.
const STRETCH = 50
const MOST_RECORDS = 100_000
const MOST_PROBLEMS = 500

/** The id of an imported record: the same row of the same file is the same record. */
export function importedRecordId(tenantId: number, file: string, sheet: string, row: number): string {
  const hex = hash('sha256', JSON.stringify([tenantId, file, sheet, row]), 'hex')
  // Version 8, variant 10: a UUID whose bits have a meaning of our own (RFC 9562, 5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
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
  #seen = new Map<string, Set<number>>()
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
    this.#seen = new Map()
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
    const rows = this.#seen.get(sheet) ?? new Set()
    this.#seen.set(sheet, rows)
    const found = checkFields(this.#catalogue, record.kind, record.fields)
    if (!this.#units.has(record.unitId)) found.push({ field: '', title: '单位', problem: '没有这个单位' })
    if (rows.has(row)) found.push({ field: '', title: '行', problem: '同一行出现了两次' })
    // A sheet's name is looked at with its first row.
    const named = rows.size > 0 || sheet === '' ? null : problemOf(sheet)
    if (named !== null) found.push({ field: '', title: '工作表名', problem: named })
    rows.add(row)
    for (const { title, problem } of found) this.#problems.push({ file: file.name, sheet, row, title, problem })
    if (this.#problems.length > MOST_PROBLEMS) throw badRows(this.#problems)
    if (this.#problems.length > 0 || staged === null) return
    const recordId = importedRecordId(this.#tx.tenantId, file.sha256, sheet, row)
    const entered = { recordId, record, source: { file: file.sha256, sheet, row } }
    this.#payloadHashes.set(staged.add(this.#count, this.#files.length, entered), (this.#count - 1) * HASH_BYTES)
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
