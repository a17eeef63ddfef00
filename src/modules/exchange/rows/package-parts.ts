import { DocxError } from '../../../engine/docx/errors.ts'
import { inflateEntry, readZip, type ZipEntry } from '../../../engine/docx/zip-read.ts'
import { Invalid } from '../../../platform/errors.ts'
import { columnIndex, type Merge, type SheetHead } from './cell.ts'
import type { LedgerLimits } from './limits.ts'

/** The sheets of a workbook in their order, read from its package parts (ECMA-376 §18.2.19, §18.3.1.55). */
export function readSheetHeads(bytes: Uint8Array, fileName: string, limits: LedgerLimits): SheetHead[] {
  const parts = openParts(bytes, fileName, limits)
  const workbook = textOf(parts, 'xl/workbook.xml', fileName, limits.zip.partBytes)
  if (workbook === null) throw new Invalid('not-excel', notAWorkbook(fileName, parts))
  const targets = sheetTargets(textOf(parts, 'xl/_rels/workbook.xml.rels', fileName, limits.zip.partBytes) ?? '')
  const since1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook)
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => {
    const xml = textOf(parts, targets.get(attribute(attributes, 'r:id')) ?? '', fileName, limits.scannedBytes) ?? ''
    return {
      name: attribute(attributes, 'name'),
      hidden: attribute(attributes, 'state') !== '' && attribute(attributes, 'state') !== 'visible',
      since1904,
      merges: mergesOf(xml),
      uncomputed: uncomputedIn(xml),
    }
  })
  if (sheets.length === 0) throw new Invalid('ledger-empty', `“${fileName}”中没有工作表。`)
  if (sheets.length > limits.sheets) {
    throw new Invalid('ledger-too-large', `“${fileName}”有 ${sheets.length} 个工作表，上限 ${limits.sheets} 个。请分成几个文件。`)
  }
  return sheets
}

function openParts(bytes: Uint8Array, fileName: string, limits: LedgerLimits): Map<string, ZipEntry> {
  try {
    return new Map(readZip(bytes, limits.zip).map((entry) => [entry.name.replace(/^\//, ''), entry]))
  } catch (error) {
    throw asInvalid(error, fileName)
  }
}

/** Null when there is no such part or it is larger than `most`. */
function textOf(parts: Map<string, ZipEntry>, name: string, fileName: string, most: number): string | null {
  const entry = parts.get(name)
  if (entry === undefined || entry.size > most) return null
  try {
    return new TextDecoder().decode(inflateEntry(entry))
  } catch (error) {
    throw asInvalid(error, fileName)
  }
}

const advice: Record<string, string> = {
  truncated: '文件不完整（可能没有下载或复制完）。请重新取得文件后再试。',
  corrupt: '文件已损坏。请用 Excel 打开，选择修复并另存为 .xlsx 后再试。',
  encrypted: '文件已加密。请在 Excel 中取消密码后再试。',
}

function asInvalid(error: unknown, fileName: string): unknown {
  if (!(error instanceof DocxError)) return error
  return new Invalid(`ledger-${error.code}`, `无法读取“${fileName}”：${advice[error.code] ?? error.message}`)
}

function notAWorkbook(fileName: string, parts: Map<string, ZipEntry>): string {
  if (parts.has('xl/workbook.bin')) return `“${fileName}”是二进制工作簿（.xlsb）。请在 Excel 中另存为 .xlsx 后再试。`
  if (parts.has('word/document.xml')) return `“${fileName}”是 Word 文档，不是 Excel 台账。`
  return `“${fileName}”不是 Excel 工作簿。请在 Excel 中另存为 .xlsx 后再试。`
}

function sheetTargets(rels: string): Map<string, string> {
  const found = [...rels.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)]
  return new Map(
    found.map(([, attributes = '']) => {
      const target = attribute(attributes, 'Target')
      return [attribute(attributes, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return unescape(value?.[1] ?? value?.[2] ?? '')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescape = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    const code = hex ? parseInt(hex, 16) : decimal ? Number(decimal) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : all
    return entities[name] ?? all
  })

function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = []
  for (const [, left, top, right, bottom] of xml.matchAll(
    /<(?:\w+:)?mergeCell\b[^>]*\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g,
  )) {
    merges.push({ top: Number(top) - 1, left: columnIndex(left ?? 'A'), bottom: Number(bottom) - 1, right: columnIndex(right ?? 'A') })
    if (merges.length >= 100_000) break
  }
  return merges
}

function uncomputedIn(xml: string): ReadonlySet<string> {
  const names = new Set<string>()
  if (!xml.includes('<f')) return names
  for (const [, name] of xml.matchAll(/<c r="([A-Z]{1,3}\d{1,7})"[^>]*><f(?:\s[^>]*)?(?:\/>|>[^<]*<\/f>)(?:<v\/>|<v><\/v>)?<\/c>/g)) {
    if (name !== undefined) names.add(name)
  }
  return names
}
