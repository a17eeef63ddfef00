import { crc32, inflateRawSync } from 'node:zlib'
import { DocxError } from '../../../engine/docx/errors.ts'
import { readZip, type ZipEntry } from '../../../engine/docx/zip-read.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { SheetHead } from './cell.ts'
import type { LedgerLimits } from './limits.ts'
import { scanSheet, type SheetScan } from './sheet-scan.ts'

/** A workbook whose sheets are named, in their order; what else is to be known of visible ones costs a pass over each. */
export interface Workbook {
  hidden: SheetHead[]
  visible: string[]
  /** The visible sheets (ECMA-376 §18.2.19, §18.3.1.55). @throws {Invalid} `ledger-corrupt` */
  scan(): SheetHead[]
}

/** @throws {Invalid} as `readWorkbook` does for what is no workbook */
export function openWorkbook(bytes: Uint8Array, fileName: string, limits: LedgerLimits): Workbook {
  const parts = openParts(bytes, fileName, limits)
  const workbook = textOf(parts, 'xl/workbook.xml', fileName, limits.zip.partBytes)
  if (workbook === null) throw new Invalid('not-excel', notAWorkbook(fileName, parts))
  const targets = sheetTargets(textOf(parts, 'xl/_rels/workbook.xml.rels', fileName, limits.zip.partBytes) ?? '')
  const since1904 = /<(?:\w+:)?workbookPr\b[^<>]*\bdate1904="(?:1|true)"/.test(workbook)
  const sheets: { name: string; hidden: boolean; target: string }[] = []
  for (const [, attributes = ''] of workbook.matchAll(/<(?:\w+:)?sheet\s([^<>]*)>/g)) {
    if (sheets.length >= limits.sheets) {
      throw new Invalid('ledger-too-large', `“${fileName}”的工作表超过 ${limits.sheets} 个。请分成几个文件。`)
    }
    const state = attribute(attributes, 'state')
    const target = targets.get(attribute(attributes, 'r:id')) ?? ''
    sheets.push({ name: attribute(attributes, 'name'), hidden: state !== '' && state !== 'visible', target })
  }
  if (sheets.length === 0) throw new Invalid('ledger-empty', `“${fileName}”中没有工作表。`)
  const visible = sheets.filter(({ hidden }) => !hidden)
  return {
    hidden: sheets.filter(({ hidden }) => hidden).map(({ name }) => ({ name, hidden: true, since1904, merges: [], uncomputed: new Set(), unscanned: false })),
    visible: visible.map(({ name }) => name),
    scan() {
      const scanned = new Map<string, ReturnType<typeof scanOf>>()
      return visible.map(({ name, target }) => {
        const scan = scanned.get(target) ?? scanOf(parts, target, fileName, limits)
        scanned.set(target, scan)
        return { name, hidden: false, since1904, ...scan }
      })
    },
  }
}

function scanOf(parts: Map<string, ZipEntry>, target: string, fileName: string, limits: LedgerLimits): SheetScan & { unscanned: boolean } {
  const xml = bytesOf(parts, target, fileName, limits.scannedBytes)
  return { ...scanSheet(xml ?? new Uint8Array()), unscanned: xml === null && parts.has(target) }
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
  const bytes = bytesOf(parts, name, fileName, most)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

function bytesOf(parts: Map<string, ZipEntry>, name: string, fileName: string, most: number): Uint8Array | null {
  const entry = parts.get(name)
  if (entry === undefined || entry.size > most) return null
  try {
    return inflated(entry)
  } catch (error) {
    throw asInvalid(error, fileName)
  }
}

// Natively, since the sheet of a large ledger is inflated here only to look for merges.
function inflated({ method, compressed, size, crc }: ZipEntry): Uint8Array {
  const bytes = method === 0 || size === 0 ? compressed : bounded(compressed, size)
  if (size > 0 && (bytes.length !== size || crc32(bytes) !== crc)) throw new DocxError('corrupt', '')
  return size === 0 ? new Uint8Array() : bytes
}

function bounded(compressed: Uint8Array, size: number): Uint8Array {
  try {
    // With room for all of it and the end, so that it is not put together from pieces.
    return inflateRawSync(compressed, { maxOutputLength: size, chunkSize: size + 64 })
  } catch {
    throw new DocxError('corrupt', '')
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
  const found = [...rels.matchAll(/<(?:\w+:)?Relationship\s([^<>]*)>/g)]
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
