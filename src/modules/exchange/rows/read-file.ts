import { Invalid } from '../../../platform/errors.ts'
import type { SheetChunk } from './cell.ts'
import type { LedgerLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

/**
 * The sheets of a ledger file, chosen by what the file is and not by what it is called.
 *
 * @throws {Invalid} with a message that says what the file is instead and what to do
 */
export function readFileRows(name: string, bytes: Uint8Array, limits: LedgerLimits, signal?: AbortSignal): AsyncGenerator<SheetChunk> {
  if (bytes.length === 0) throw new Invalid('ledger-empty', `“${name}”是空文件。`)
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(name, bytes, limits, signal)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw legacy(name, bytes)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).toLowerCase()
  if (/<html|<table|<\?xml|<!doctype/.test(start)) {
    throw new Invalid('not-excel', `“${name}”其实是网页或 XML。请用 Excel 打开，另存为 .xlsx 后再试。`)
  }
  if (/\.(csv|txt|tsv)$/i.test(name)) return readCsv(name, bytes, limits)
  throw new Invalid('not-excel', `“${name}”不是 Excel 工作簿（.xlsx），也不是 .csv 表格。`)
}

const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, at) => bytes[at] === byte)

// An encrypted .xlsx is an OLE file with a stream of this name ([MS-OFFCRYPTO] §2.3.4.4).
function legacy(name: string, bytes: Uint8Array): Invalid {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2 ** 20)).replaceAll('\0', '')
  return head.includes('EncryptedPackage')
    ? new Invalid('ledger-encrypted', `“${name}”已加密。请在 Excel 中取消密码后再试。`)
    : new Invalid('ledger-excel-97', `“${name}”是 Excel 97-2003 工作簿（.xls）。请在 Excel 中另存为 .xlsx 后再试。`)
}
