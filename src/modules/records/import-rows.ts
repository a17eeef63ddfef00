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
import { StagedKind } from './staging.ts'

export interface ImportBatch {
  file: { name: string; sha256: string }
  /** Each with the sheet and row it stands in. */
  records: AsyncIterable<NewRecord> | Iterable<NewRecord>
}

export interface ImportOptions {
  onProgress?: (progress: { phase: 'staging' | 'recording'; records: number }) => void
  signal?: AbortSignal
}

export interface ImportProblem {
  sheet: string
  row: number
  title: string
  problem: string
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

/** What stands in the table `staged`: how many records, the hashes of their payloads, and the typed columns in use. */
export interface Staged {
  count: number
  payloadHashes: Buffer
  typed: Set<string>
}

/** Checks and stages every record of a file. */
export async function stageAll(
  tx: Tx,
  catalogue: Catalogue,
  batch: ImportBatch,
  options: ImportOptions,
): Promise<Staged> {
  const units = await knownUnits(tx)
  const kinds = new Map<string, StagedKind>()
  const seen = new Map<string, Set<number>>()
  const problems: ImportProblem[] = []
  const payloadHashes = Buffer.allocUnsafe(MOST_RECORDS * HASH_BYTES)
  let count = 0
  let sending: Promise<void> = Promise.resolve()

  const take = (record: NewRecord, staged: StagedKind | undefined) => {
    if (count >= MOST_RECORDS) throw tooMany()
    count += 1
    const { sheet, row } = record.source ?? { sheet: '', row: count }
    const rows = seen.get(sheet) ?? new Set()
    seen.set(sheet, rows)
    const found = checkFields(catalogue, record.kind, record.fields)
    if (!units.has(record.unitId)) found.push({ field: '', title: '单位', problem: '没有这个单位' })
    if (rows.has(row)) found.push({ field: '', title: '行', problem: '同一行出现了两次' })
    if (sheet !== '' && problemOf(sheet) !== null) found.push({ field: '', title: '工作表名', problem: problemOf(sheet) ?? '' })
    rows.add(row)
    for (const { title, problem } of found) problems.push({ sheet, row, title, problem })
    if (problems.length > MOST_PROBLEMS) throw badRows(problems)
    if (problems.length > 0 || staged === undefined) return
    const recordId = importedRecordId(tx.tenantId, batch.file.sha256, sheet, row)
    const payloadHash = staged.add(count, { recordId, record, source: { file: batch.file.sha256, sheet, row } })
    payloadHashes.set(payloadHash, (count - 1) * HASH_BYTES)
  }
  const send = async (staged: StagedKind) => {
    options.signal?.throwIfAborted()
    await sending
    // The server stores these while the next are prepared here; a failure surfaces at the next await.
    sending = staged.send(tx)
    sending.catch(() => undefined)
    options.onProgress?.({ phase: 'staging', records: count })
  }

  // Not `for await` over what is at hand: its promises for every row would take longer than the rows.
  for (const record of Symbol.iterator in batch.records ? batch.records : await gather(batch.records)) {
    const kind = kinds.has(record.kind) ? undefined : catalogue.kinds.get(record.kind)
    if (kind !== undefined) {
      const columns = await adoptedColumns(tx, kind.id)
      kinds.set(kind.id, new StagedKind(tx, { kind, pack: packOfKind(catalogue, kind.id), columns }))
    }
    const staged = kinds.get(record.kind)
    take(record, staged)
    if (count % STRETCH === 0) await turn()
    if (staged !== undefined && staged.size >= CHUNK_BYTES) await send(staged)
  }
  for (const staged of kinds.values()) if (staged.size > 0 && problems.length === 0) await send(staged)
  await sending
  options.signal?.throwIfAborted()
  if (problems.length > 0) throw badRows(problems)
  if (count === 0) throw new Invalid('no-rows', `“${batch.file.name}”里没有可登记的记录。`)
  const typed = new Set([...kinds.values()].flatMap((staged) => staged.typed))
  return { count, payloadHashes: payloadHashes.subarray(0, count * HASH_BYTES), typed }
}

async function gather(records: AsyncIterable<NewRecord>): Promise<NewRecord[]> {
  const gathered: NewRecord[] = []
  for await (const record of records) {
    if (gathered.length === MOST_RECORDS) throw tooMany()
    gathered.push(record)
  }
  return gathered
}

function tooMany(): Invalid {
  return new Invalid('too-many-rows', `一个文件最多登记 ${MOST_RECORDS} 条记录，请分成几个文件导入。什么都没有写入。`)
}

function badRows(problems: ImportProblem[]): Invalid {
  const [first] = problems
  const where = first === undefined ? '' : `工作表“${first.sheet}”第 ${first.row} 行，${first.title}：${first.problem}`
  return new Invalid('bad-rows', `文件中有 ${problems.length} 处错误，什么都没有写入。第一处：${where}。`, {
    problems: problems.slice(0, MOST_PROBLEMS),
  })
}
