import { columnIndex, type Merge } from './cell.ts'

/** What a stream of rows does not tell of a sheet: cells joined into one, and formulas that were never computed. */
export interface SheetScan {
  merges: Merge[]
  /** Names of cells whose formula has no result. */
  uncomputed: Set<string>
}

const windowBytes = 2 ** 20
const longestCell = 40_000
const most = 100_000

// No part of a pattern runs past the next <, so that a hostile sheet costs no more than its length.
const merge = /<(?:\w+:)?mergeCell\b[^<>]*\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g
const formula = /<c\s([^<>]*)><f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/f>)(<v\s*\/>|<v><\/v>)?<\/c>/g
const cellReference = /(?:^|\s)r="([A-Z]{1,3}\d{1,7})"/

/** Scans the XML of a sheet window by window, the first 100,000 of each (ECMA-376 §18.3.1.4, §18.3.1.55). */
export function scanSheet(xml: Uint8Array): SheetScan {
  const scan: SheetScan = { merges: [], uncomputed: new Set() }
  const decoder = new TextDecoder()
  let carried = ''
  for (let at = firstOfInterest(xml); at < xml.length; at += windowBytes) {
    const window = carried + decoder.decode(xml.subarray(at, at + windowBytes), { stream: true })
    const cut = at + windowBytes >= xml.length ? window.length : lastBegun(window)
    scanWindow(window.slice(0, cut), scan)
    carried = window.slice(cut)
  }
  return scan
}

/** Most sheets have neither, or merges alone, at their end: the rest need not be decoded. */
function firstOfInterest(xml: Uint8Array): number {
  const bytes = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength)
  const found = [bytes.indexOf('<f'), bytes.indexOf('mergeCell')].filter((at) => at >= 0)
  if (found.length === 0) return xml.length
  const first = Math.min(...found)
  return Math.max(0, bytes.lastIndexOf(bytes.subarray(first, first + 2).equals(Buffer.from('<f')) ? '<c ' : '<', first))
}

/** Where what may go on in the next window begins: a cell that is not closed, else the last tag. */
function lastBegun(window: string): number {
  const cell = window.lastIndexOf('<c ')
  const open = cell >= 0 && window.length - cell < longestCell && window.indexOf('</c>', cell) < 0
  if (open) return cell
  const tag = window.lastIndexOf('<')
  return tag >= 0 && window.length - tag < longestCell ? tag : window.length
}

function scanWindow(window: string, { merges, uncomputed }: SheetScan): void {
  for (const [, left = 'A', top, right = 'A', bottom] of window.matchAll(merge)) {
    if (merges.length >= most) break
    merges.push({ top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) })
  }
  if (!window.includes('<f')) return
  for (const [, attributes = '', empty] of window.matchAll(formula)) {
    if (uncomputed.size >= most) break
    // The result of =IF(A2="","",…) is a text of no characters: <c t="str"> with an empty <v>.
    if (empty !== undefined && /(?:^|\s)t="str"/.test(attributes)) continue
    const name = cellReference.exec(attributes)?.[1]
    if (name !== undefined) uncomputed.add(name)
  }
}
