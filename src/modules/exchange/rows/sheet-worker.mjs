// Reads the sheets of one workbook in a thread of its own, so that a hostile file can be stopped by ending it.
// Plain JavaScript: it starts without a loader.
// oxlint-disable unicorn/require-post-message-target-origin -- a port of worker_threads has no origin
import { parentPort, workerData } from 'node:worker_threads'
import { streamXlsxRows } from 'hucre/xlsx'

const { bytes, sheets, limits } = workerData
// Short enough that most of what was made of a stretch is forgotten before memory is next tidied.
const chunkRows = 400
let credit = 12
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
  let chunk = newChunk()
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const length = boundedLength(values, sheet, index)
    if (length === 0) continue
    addRow(chunk, index, values, length)
    if (chunk.indexes.length < chunkRows) continue
    await send(sheet, chunk, false)
    chunk = newChunk()
  }
  await send(sheet, chunk, true)
}

/** Rows as numbers of their cells' values, each of which stands once: ledgers repeat themselves, and a message is copied. */
function newChunk() {
  return { values: [null], numbers: new Map([[null, 0]]), indexes: [], lengths: [], cells: [] }
}

function addRow({ values, numbers, indexes, lengths, cells }, index, row, length) {
  indexes.push(index)
  lengths.push(length)
  for (let column = 0; column < length; column += 1) {
    const value = row[column] ?? null
    let number = numbers.get(value)
    if (number === undefined) {
      number = values.push(value) - 1
      numbers.set(value, number)
    }
    cells.push(number)
  }
}

async function send(sheet, { values, indexes, lengths, cells }, last) {
  if (credit <= 0) await new Promise((resolve) => (wake = resolve))
  credit -= 1
  const message = { sheet, last, values, indexes: Uint32Array.from(indexes), lengths: Uint16Array.from(lengths), cells: Uint32Array.from(cells) }
  parentPort.postMessage(message, [message.indexes.buffer, message.lengths.buffer, message.cells.buffer])
}

/** How many cells of a row count; its dates become text. */
function boundedLength(values, sheet, index) {
  if (index >= limits.rows) throw beyond('rows', `${sheet}`)
  let length = values.length
  while (length > 0 && (values[length - 1] === null || values[length - 1] === '')) length -= 1
  if (length > limits.columns) throw beyond('columns', `${sheet}!${index + 1}`)
  cellCount += length
  if (cellCount > limits.cells) throw beyond('cells', sheet)
  for (let column = 0; column < length; column += 1) {
    const value = values[column]
    if (typeof value === 'string') {
      if (value.length > limits.cellCharacters) throw beyond('cell', `${sheet}!${index + 1}`)
    } else if (value instanceof Date) {
      values[column] = Number.isNaN(value.getTime()) ? '无效日期' : value.toISOString().slice(0, 10)
    }
  }
  return length
}

function beyond(limit, where) {
  return Object.assign(new Error(where), { limit })
}
