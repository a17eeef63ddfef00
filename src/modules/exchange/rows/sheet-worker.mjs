// Reads the sheets of one workbook in a thread of its own, so that a hostile file can be stopped by ending it.
// Plain JavaScript: it starts without a loader.
// oxlint-disable unicorn/require-post-message-target-origin -- a port of worker_threads has no origin
import { parentPort, workerData } from 'node:worker_threads'
import { streamXlsxRows } from 'hucre/xlsx'

const { bytes, sheets, limits } = workerData
const chunkRows = 2_000
let credit = 4
let cellCount = 0
let wake = () => {}

parentPort.on('message', () => {
  credit += 1
  wake()
})

try {
  for (const sheet of sheets) await readSheet(sheet)
  parentPort.postMessage({ done: true })
} catch (error) {
  parentPort.postMessage({ failed: error?.limit ?? 'damaged', detail: String(error?.message ?? error) })
} finally {
  parentPort.unref()
}

async function readSheet(sheet) {
  let rows = []
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = boundedCells(values, sheet, index)
    if (cells.length > 0) rows.push({ index, cells })
    if (rows.length < chunkRows) continue
    await send({ sheet, rows, last: false })
    rows = []
  }
  await send({ sheet, rows, last: true })
}

async function send(message) {
  if (credit <= 0) await new Promise((resolve) => (wake = resolve))
  credit -= 1
  parentPort.postMessage(message)
}

function boundedCells(values, sheet, index) {
  if (index >= limits.rows) throw beyond('rows', `${sheet}`)
  let length = values.length
  while (length > 0 && (values[length - 1] === null || values[length - 1] === '')) length -= 1
  if (length > limits.columns) throw beyond('columns', `${sheet}!${index + 1}`)
  cellCount += length
  if (cellCount > limits.cells) throw beyond('cells', sheet)
  const cells = values.length === length ? values : values.slice(0, length)
  for (let column = 0; column < length; column += 1) {
    const value = cells[column]
    if (typeof value === 'string') {
      if (value.length > limits.cellCharacters) throw beyond('cell', `${sheet}!${index + 1}`)
    } else if (value instanceof Date) {
      cells[column] = Number.isNaN(value.getTime()) ? '无效日期' : value.toISOString().slice(0, 10)
    }
  }
  return cells
}

function beyond(limit, where) {
  return Object.assign(new Error(where), { limit })
}
