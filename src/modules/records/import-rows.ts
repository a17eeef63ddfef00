import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Tx } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { knownUnits } from '../org/queries.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { adoptedColumns, packOfKind } from './actions.ts'
import type { NewRecord } from './actions.ts'
import { problemOf } from './fields/text.ts'
import { checkFields } from './rules.ts'
import { stageChunk } from './staging.ts'
import type { StagedRecord } from './staging.ts'

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

const CHUNK = 500
// Between so many rows others get their turn, and what was sent before reaches the server.
const STRETCH = 100
const MOST_RECORDS = 100_000
const MOST_PROBLEMS = 500

/** The id of an imported record: the same row of the same file is the same record. */
export function importedRecordId(tenantId: number, file: string, sheet: string, row: number): string {
  const hex = createHash('sha256').update(JSON.stringify([tenantId, file, sheet, row])).digest('hex')
  // Version 8, variant 10: a UUID whose bits have a meaning of our own (RFC 9562, 5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Checks and stages every record of a file; resolves with how many there are. */
export async function stageAll(
  tx: Tx,
  catalogue: Catalogue,
  batch: ImportBatch,
  options: ImportOptions,
): Promise<number> {
  const units = await knownUnits(tx)
  const kinds = new Map<string, KindAtHand>()
  const seen = new Set<string>()
  const problems: ImportProblem[] = []
  let chunk: StagedRecord[] = []
  let sending: Promise<void> = Promise.resolve()

  const take = (record: NewRecord, atHand: KindAtHand | undefined) => {
    const { sheet, row } = record.source ?? { sheet: '', row: seen.size + 1 }
    const recordId = importedRecordId(tx.tenantId, batch.file.sha256, sheet, row)
    if (seen.size >= MOST_RECORDS) throw tooMany()
    const found = checkFields(catalogue, record.kind, record.fields)
    if (!units.has(record.unitId)) found.push({ field: '', title: '单位', problem: '没有这个单位' })
    if (seen.has(recordId)) found.push({ field: '', title: '行', problem: '同一行出现了两次' })
    if (sheet !== '' && problemOf(sheet) !== null) found.push({ field: '', title: '工作表名', problem: problemOf(sheet) ?? '' })
    seen.add(recordId)
    for (const { title, problem } of found) problems.push({ sheet, row, title, problem })
    if (problems.length > MOST_PROBLEMS) throw badRows(problems)
    if (found.length > 0 || atHand === undefined) return
    chunk.push({ recordId, record, source: { file: batch.file.sha256, sheet, row }, ...atHand })
  }
  const send = async () => {
    options.signal?.throwIfAborted()
    await sending
    const first = seen.size - chunk.length + 1
    // The server stores one chunk while the next is prepared here; a failure surfaces at the next await.
    sending = problems.length === 0 && chunk.length > 0 ? stageChunk(tx, chunk, first) : Promise.resolve()
    sending.catch(() => undefined)
    chunk = []
    options.onProgress?.({ phase: 'staging', records: seen.size })
  }

  // Not `for await` over what is at hand: its promises for every row would take longer than the rows.
  for (const record of Symbol.iterator in batch.records ? batch.records : await gather(batch.records)) {
    if (!kinds.has(record.kind) && catalogue.kinds.has(record.kind)) {
      kinds.set(record.kind, { pack: packOfKind(catalogue, record.kind), columns: await adoptedColumns(tx, record.kind) })
    }
    take(record, kinds.get(record.kind))
    if (seen.size % STRETCH === 0) await turn()
    if (chunk.length === CHUNK) await send()
  }
  await send()
  await sending
  if (problems.length > 0) throw badRows(problems)
  if (seen.size === 0) throw new Invalid('no-rows', `“${batch.file.name}”里没有可登记的记录。`)
  return seen.size
}

type KindAtHand = Pick<StagedRecord, 'pack' | 'columns'>

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
