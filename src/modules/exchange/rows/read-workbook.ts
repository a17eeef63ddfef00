import { Worker } from 'node:worker_threads'
import { Invalid } from '../../../platform/errors.ts'
import type { SheetChunk } from './cell.ts'
import type { LedgerLimits } from './limits.ts'
import { openWorkbook } from './package-parts.ts'
import { rowsOf, type SentRows } from './sent-rows.ts'

type FromWorker = (SentRows & { sheet: string; last: boolean }) | { done: true } | { failed: string; detail: string }

/**
 * The rows of every visible sheet of an .xlsx, in order; hidden sheets come as one empty chunk.
 * A worker reads them and is ended when the time or memory it may take is used up.
 *
 * @throws {Invalid} not-excel, ledger-encrypted, ledger-truncated, ledger-zip-bomb, ledger-too-large, ledger-corrupt
 */
export async function* readWorkbook(fileName: string, bytes: Uint8Array, limits: LedgerLimits, signal?: AbortSignal): AsyncGenerator<SheetChunk> {
  const workbook = openWorkbook(bytes, fileName, limits)
  for (const head of workbook.hidden) yield { head, rows: [], last: true }
  if (workbook.visible.length === 0) return
  // Not `slice`, by which a Buffer gives away its own memory.
  const copy = new Uint8Array(bytes)
  const worker = new Worker(new URL('./sheet-worker.mjs', import.meta.url), {
    workerData: { bytes: copy, sheets: [...new Set(workbook.visible)], limits: { rows: limits.rows, columns: limits.columns, cells: limits.cells, cellCharacters: limits.cellCharacters } },
    transferList: [copy.buffer],
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  })
  try {
    // While the worker begins to read.
    const byName = new Map(workbook.scan().map((head) => [head.name, head]))
    for await (const message of messagesOf(worker, fileName, limits, signal)) {
      if ('done' in message) return
      if ('failed' in message) throw new Invalid(...failure(message.failed, message.detail, fileName, limits))
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage('more')
      const head = byName.get(message.sheet)
      if (head !== undefined) yield { head, rows: rowsOf(message), last: message.last }
    }
  } finally {
    await worker.terminate()
  }
}

async function* messagesOf(worker: Worker, fileName: string, limits: LedgerLimits, signal?: AbortSignal): AsyncGenerator<FromWorker> {
  const waiting: FromWorker[] = []
  let problem: unknown = null
  let wake: (() => void) | null = null
  const stop = (reason: unknown) => {
    problem ??= reason
    wake?.()
  }
  const timer = setTimeout(
    () => stop(new Invalid('ledger-too-slow', `读取“${fileName}”超过 ${limits.milliseconds / 1000} 秒，已停止。请把台账分成几个较小的文件。`)),
    limits.milliseconds,
  )
  const aborted = () => stop(signal?.reason)
  signal?.addEventListener('abort', aborted)
  if (signal?.aborted) aborted()
  worker.on('message', (message: FromWorker) => {
    waiting.push(message)
    wake?.()
  })
  worker.on('error', (error) => stop(new Invalid(...failure('code' in error ? String(error.code) : '', error.message, fileName, limits))))
  worker.on('exit', () => stop(new Invalid(...failure('damaged', '', fileName, limits))))
  try {
    for (;;) {
      const message = waiting.shift()
      if (message !== undefined) yield message
      else if (problem !== null) throw problem
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', aborted)
  }
}

function failure(reason: string, where: string, fileName: string, limits: LedgerLimits): [code: string, message: string] {
  const tooLarge: Record<string, string> = {
    rows: `“${fileName}”的行数超过 ${limits.rows} 行（${where}）。请分成几个文件。`,
    columns: `“${fileName}”的列数超过 ${limits.columns} 列（${where} 行）。请删去多余的列后再试。`,
    cells: `“${fileName}”超过 ${limits.cells} 个单元格。请分成几个文件。`,
    cell: `“${fileName}”有单元格超过 ${limits.cellCharacters} 个字（${where} 行）。请缩短后再试。`,
    ERR_WORKER_OUT_OF_MEMORY: `“${fileName}”需要的内存过多，已停止读取。请分成几个较小的文件。`,
  }
  const message = tooLarge[reason]
  if (message !== undefined) return ['ledger-too-large', message]
  return ['ledger-corrupt', `无法读取“${fileName}”：文件已损坏。请用 Excel 打开，选择修复并另存为 .xlsx 后再试。`]
}
