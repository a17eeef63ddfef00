import type { OfficialBlock } from './gongwen-blocks.ts'
import { writeOfficialReport } from './gongwen-write.ts'
import type { TextReport } from './read-report.ts'

interface Line {
  text: string
  source: { line: number; column: number }
}

/** Where a line of a text stands in the document made of it: its column less `column` is the column there. */
export interface LinePlace {
  line: number
  column: number
}

/** A text report as a Word document in the official layout, with the place of each line that is not empty. */
export function writeTextReport(report: TextReport): { bytes: Uint8Array; places: Map<number, LinePlace> } {
  const blocks = blocksFromText(report.paragraphs)
  const { bytes, lines } = writeOfficialReport(blocks)
  const places = new Map<number, LinePlace>()
  blocks.forEach((block, i) => {
    const source = 'source' in block ? block.source : undefined
    if (source) places.set(source.line, { line: lines[i] ?? 0, column: source.column })
  })
  return { bytes, places }
}

/**
 * The parts of a plain report, told by their wording and place: title, addressee, the four heading levels,
 * attachments, signature and date. Each line that is not empty becomes one block; its text is kept but for white
 * space at the ends and a Markdown heading or list sign.
 */
export function blocksFromText(paragraphs: { line: number; text: string }[]): OfficialBlock[] {
  const lines = paragraphs.flatMap(({ line, text }) => {
    const kept = text.replace(/^[\s\u3000]*(?:(?:#{1,6}|[-*+])\s+)?/, '')
    const column = text.length - kept.length
    return kept.trim() === '' ? [] : [{ text: kept.trimEnd(), source: { line, column } }]
  })
  const opening = openingOf(lines)
  const end = endOf(lines, opening.length)
  const body = lines.slice(opening.length, end.from).map((line) => bodyBlock(line))
  return [...opening, ...attachmentsOf(body), ...end.blocks]
}

/** The title is the first line, with what stands below it as short and without a stop; then the addressee. */
function openingOf(lines: Line[]): OfficialBlock[] {
  const blocks: OfficialBlock[] = []
  for (const line of lines.slice(0, 4)) {
    if (isHeading(line.text) || isSentence(line.text)) break
    if (/[：:]$/.test(line.text)) {
      blocks.push({ kind: 'addressee', ...line })
      break
    }
    if (line.text.length > (blocks.length === 0 ? 60 : 40)) break
    blocks.push({ kind: 'title', ...line })
  }
  return blocks
}

function endOf(lines: Line[], least: number): { from: number; blocks: OfficialBlock[] } {
  const dated = lines.findLastIndex(({ text }) => datePattern.test(text))
  const signed = dated >= 0 ? dated - 1 : lines.length - 1
  const signature = lines[signed]
  const isSigned = signature !== undefined && signed > least && isSignature(signature.text, dated >= 0)
  const from = isSigned ? signed : dated >= 0 ? dated : lines.length
  if (from <= least) return { from: lines.length, blocks: [] }
  const blocks = lines.slice(from).map((line, i): OfficialBlock => {
    if (isSigned && i === 0) return { kind: 'signature', ...line }
    return from + i === dated ? { kind: 'date', ...line } : closingBlock(line, lines[from + i - 1])
  })
  return { from, blocks }
}

function closingBlock(line: Line, previous: Line | undefined): OfficialBlock {
  if (/^附件[\d一二三四五六七八九十]*[：:]?$/.test(line.text)) return { kind: 'appendix', ...line }
  if (previous && /^附件[\d一二三四五六七八九十]*[：:]?$/.test(previous.text) && !isSentence(line.text)) {
    return { kind: 'appendix-title', ...line }
  }
  if (/^（.*）$/.test(line.text)) return { kind: 'note', ...line }
  return bodyBlock(line)
}

const levels: [level: 1 | 2 | 3 | 4, pattern: RegExp][] = [
  [1, /^[一二三四五六七八九十]{1,3}、/],
  [2, /^[（(][一二三四五六七八九十]{1,3}[）)]/],
  [3, /^\d{1,2}(?:[.．](?!\d)|、)/],
  [4, /^(?:[（(]\d{1,2}[）)]|[①-⑳])/],
]

function bodyBlock(line: Line): OfficialBlock {
  const [level] = levels.find(([, pattern]) => pattern.test(line.text)) ?? []
  if (!level) return { kind: 'paragraph', ...line }
  const stop = line.text.indexOf('。')
  const isAlone = stop < 0 && line.text.length <= 60
  if (isAlone) return { kind: 'heading', level, ...line }
  // A first sentence of this length is body text with a number, not a heading that runs into it.
  if (stop < 0 || stop > 50) return { kind: 'paragraph', ...line }
  return { kind: 'heading', level, lead: stop + 1, ...line }
}

/** 附件：1.名称, with the numbered lines below it. */
function attachmentsOf(blocks: OfficialBlock[]): OfficialBlock[] {
  const first = blocks.findLastIndex((block) => 'text' in block && /^附件[：:]/.test(block.text))
  const isList = blocks.slice(first + 1).every((block) => 'text' in block && /^\d{1,2}[.．]/.test(block.text))
  if (first < 0 || !isList) return blocks
  return blocks.map((block, i) => {
    if (i < first || !('text' in block)) return block
    return { kind: 'attachment', text: block.text, source: block.source }
  })
}

const datePattern = /^(?:\d{4}|20[xX×]{2}|[xX×]{2,4}|[一二][〇○零\d一二三四五六七八九]{3})年.{1,3}月.{1,3}日$/

function isSignature(text: string, isDated: boolean): boolean {
  if (text.length > 30 || /[。，；：！？、]/.test(text) || isHeading(text)) return false
  return isDated || /(?:局|委|办|部|厅|院|校|会|组|所|站|处|科|队|政府|中心|公司|大学|中学|小学)$/.test(text)
}

const isHeading = (text: string) => levels.some(([, pattern]) => pattern.test(text))

const isSentence = (text: string) => /[。；！？]/.test(text)
