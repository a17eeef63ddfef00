import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { shippedCatalogue } from '../../packs/shipped.ts'
import { readLedger } from '../ledger.ts'
import { ledgerLimits } from './limits.ts'
import { readWorkbook } from './read-workbook.ts'

const catalogue = await shippedCatalogue()
const good = await writeXlsx({ sheets: [{ name: '会议', rows: [['召开日期', '会议名称', '会议类别'], ...Array.from({ length: 200 }, (_, row) => ['2026-03-05', `第${row}次专题会议`, '专题会'])] }] })

const refusal = (name: string, bytes: Uint8Array) => readLedger([{ name, bytes }], catalogue)
const ole = (text: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])])

async function rowsOf(bytes: Uint8Array, limits: typeof ledgerLimits): Promise<number> {
  let rows = 0
  for await (const chunk of readWorkbook('台账.xlsx', bytes, limits)) rows += chunk.rows.length
  return rows
}

describe('readLedger of a bad file', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['an empty file', '台账.xlsx', new Uint8Array(), 'ledger-empty'],
    ['an empty table', '台账.csv', strToU8(' \n'), 'ledger-empty'],
    ['an old workbook', '台账.xls', ole('Workbook'), 'ledger-excel-97'],
    ['an encrypted workbook', '台账.xlsx', ole('EncryptedPackage'), 'ledger-encrypted'],
    ['a web page called .xls', '台账.xls', strToU8('<html><table></table></html>'), 'not-excel'],
    ['a text called .xlsx', '台账.xlsx', strToU8('日期,名称'), 'not-excel'],
    ['a Word document called .xlsx', '台账.xlsx', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'not-excel'],
    ['a truncated workbook', '台账.xlsx', good.subarray(0, good.length / 2), 'ledger-truncated'],
    ['a zip bomb', '台账.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 2 ** 20) }), 'ledger-zip-bomb'],
    ['a table of unknown encoding', '台账.csv', new Uint8Array([0xff, 0x00, 0x81, 0x00, 0xff, 0x01]), 'ledger-encoding'],
  ])('refuses %s and says so', async (_, name, bytes, code) => {
    await expect(refusal(name, bytes)).rejects.toMatchObject({ code, message: expect.stringContaining(name) })
  })

  it('refuses a damaged sheet', async () => {
    const damaged = good.slice()
    damaged.fill(0x55, 200, Math.floor(good.length / 3))
    await expect(refusal('台账.xlsx', damaged)).rejects.toMatchObject({ name: 'Invalid' })
  })

  it('refuses the same bytes twice', async () => {
    await expect(readLedger([{ name: 'a.xlsx', bytes: good }, { name: 'b.xlsx', bytes: good }], catalogue)).rejects.toMatchObject({ code: 'ledger-twice' })
  })

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('已取消'))
    await expect(readLedger([{ name: 'a.xlsx', bytes: good }], catalogue, { signal })).rejects.toThrow('已取消')
  })
})

describe('readWorkbook', () => {
  it('stops at the rows, columns and characters it may read', async () => {
    expect(await rowsOf(good, ledgerLimits)).toBe(201)
    for (const limit of [{ rows: 100 }, { columns: 2 }, { cells: 500 }, { cellCharacters: 5 }, { sheets: 0 }]) {
      await expect(rowsOf(good, { ...ledgerLimits, ...limit }), JSON.stringify(limit)).rejects.toMatchObject({ code: 'ledger-too-large' })
    }
  })

  it('counts the sheets before it opens them, and opens a shared part once', async () => {
    const entries = unzipSync(good)
    const workbook = strFromU8(entries['xl/workbook.xml'] ?? new Uint8Array())
    const naming = (count: number) => {
      const sheets = Array.from({ length: count }, (_, at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="rId1" state="hidden"/>`).join('')
      return zipSync({ ...entries, 'xl/workbook.xml': strToU8(workbook.replace(/<sheet [^>]*>/, sheets)) })
    }
    await expect(rowsOf(naming(100_000), ledgerLimits)).rejects.toMatchObject({ code: 'ledger-too-large' })
    expect(await rowsOf(naming(300), ledgerLimits)).toBe(0)
  })

  it('says when a sheet is too large to look for merges', async () => {
    for await (const { head } of readWorkbook('台账.xlsx', good, { ...ledgerLimits, scannedBytes: 100 })) expect(head.unscanned).toBe(true)
  })

  it('ends the thread when its time is over', async () => {
    await expect(rowsOf(good, { ...ledgerLimits, milliseconds: 0 })).rejects.toMatchObject({ code: 'ledger-too-slow' })
  })
})
