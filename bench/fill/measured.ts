import { readFile } from 'node:fs/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import { openDataWorkplace } from '../../src/cli/workplace.ts'
import { importLedger } from '../../src/modules/exchange/contract.ts'
import { uploadFile } from '../../src/platform/contract/upload.ts'

/**
 * One measured piece of work in a process of its own, so that its peak memory is its own; one line of JSON at the end:
 *
 *     read WORKBOOK SHEETS | import WORKBOOK DATA_FOLDER
 */
const [work, path = '', second] = process.argv.slice(2)
let rows = 0
const ms = work === 'read' ? await merelyRead() : await imported()
process.stdout.write(`${JSON.stringify({ ms, rows })}\n`)

async function merelyRead(): Promise<number> {
  const bytes = await readFile(path)
  const startedAt = performance.now()
  for (let sheet = 0; sheet < Number(second); sheet += 1) {
    for await (const row of streamXlsxRows(bytes, { sheet })) rows += row.values.length > 0 ? 1 : 0
  }
  return performance.now() - startedAt
}

/** From the bytes in hand to the batch in the log; opening and closing the database left out. */
async function imported(): Promise<number> {
  const bytes = await readFile(path)
  const workplace = await openDataWorkplace(second)
  try {
    const startedAt = performance.now()
    const file = await uploadFile(workplace.transport, '2026年台账.xlsx', bytes)
    await workplace.client.call(importLedger, { body: { files: [file], year: 2026 } })
    return performance.now() - startedAt
  } finally {
    await workplace.close()
  }
}
