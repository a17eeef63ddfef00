import { textXml } from './edit-runs.ts'
import type { OfficialBlock } from './gongwen-blocks.ts'
import { character, fonts, page } from './gongwen-layout.ts'
import { officialParts } from './gongwen-parts.ts'
import { tableXml } from './gongwen-table.ts'
import { titleIndent, widthOf } from './gongwen-title.ts'
import { encodeUtf8 } from './text-coding.ts'
import { writeZip, zipEntry } from './zip-write.ts'

export interface OfficialReport {
  bytes: Uint8Array
  /** For each block the line of its first paragraph in the document. */
  lines: number[]
}

/**
 * A new document in the layout of GB/T 9704-2012 for a report without a red head (白头) and without a seal:
 * 22 lines of 28 characters, fonts by name, page numbers outside. The same blocks give the same bytes.
 */
export function writeOfficialReport(blocks: OfficialBlock[]): OfficialReport {
  const lines: number[] = []
  let body = ''
  let line = 1
  const add = (xml: string) => {
    body += xml
    line += xml.match(/<w:p>/g)?.length ?? 0
  }
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]
    if (needsBlankLine(blocks[i - 1], block)) add(blankLine(block))
    lines.push(line)
    // The signature must not stand on a page without body (7.3.5.4).
    add(next && isEnding(next) ? kept(blockXml(block, blocks, i)) : blockXml(block, blocks, i))
  })
  const title = blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : [])).join('')
  const parts = officialParts(body, title)
  return { bytes: writeZip(parts.map(([name, xml]) => zipEntry(name, encodeUtf8(xml)))), lines }
}

const isEnding = ({ kind }: OfficialBlock) => kind === 'signature' || kind === 'date'

const blankLine = (next: OfficialBlock) => `<w:p>${isEnding(next) ? '<w:pPr><w:keepNext/></w:pPr>' : ''}</w:p>`

const kept = (xml: string) => xml.replace(/(<w:pStyle [^>]*>)(?!<w:keepNext)/, '$1<w:keepNext/>')

function needsBlankLine(previous: OfficialBlock | undefined, { kind }: OfficialBlock): boolean {
  if (!previous || previous.kind === kind) return false
  if (previous.kind === 'title' || previous.kind === 'appendix' || previous.kind === 'appendix-title') return true
  return kind === 'attachment' || kind === 'signature' || (kind === 'date' && previous.kind !== 'signature')
}

function blockXml(block: OfficialBlock, blocks: OfficialBlock[], i: number): string {
  switch (block.kind) {
    case 'title':
    case 'appendix-title':
      return paragraph('Title', block.text, sideIndent(titleIndent(block.text)))
    case 'addressee':
      return paragraph('Addressee', block.text)
    case 'heading':
      return headingXml(block)
    case 'paragraph':
      return paragraph('Body', block.text)
    case 'table':
      // 小四, 12 pt
      return tableXml(block.columns, block.rows, page.width - page.left - page.right, 24)
    case 'attachment':
      return paragraph(blocks[i - 1]?.kind === 'attachment' ? 'AttachmentNext' : 'Attachment', block.text)
    case 'signature':
      return paragraph('Signature', block.text, rightIndent(signatureIndent(block.text, dateAfter(blocks, i))))
    case 'date':
      return paragraph('Date', block.text, rightIndent(dateIndent(block.text, signatureBefore(blocks, i))))
    case 'note':
      return paragraph('Note', block.text)
    case 'appendix':
      return paragraph('Appendix', block.text)
  }
}

function headingXml({ level, text, lead = text.length }: OfficialBlock & { kind: 'heading' }): string {
  if (lead >= text.length) return paragraph(`Heading${level}`, text)
  // A whole paragraph in a heading style would fill the navigation pane and every table of contents.
  const font = [fonts.first, fonts.second][level - 1] ?? fonts.body
  const properties = `<w:rPr><w:rFonts w:eastAsia="${font}" w:hint="eastAsia"/></w:rPr>`
  const runs = `<w:r>${properties}${textXml(text.slice(0, lead))}</w:r><w:r>${textXml(text.slice(lead))}</w:r>`
  return `<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>${runs}</w:p>`
}

const paragraph = (style: string, text: string, properties = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr><w:r>${textXml(text)}</w:r></w:p>`

const sideIndent = (twips: number) =>
  twips === 0 ? '' : `<w:ind w:leftChars="0" w:left="${twips}" w:rightChars="0" w:right="${twips}"/>`

const rightIndent = (characters: number) =>
  `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${Math.round(characters * character)}"/>`

/**
 * Without a seal (GB/T 9704-2012, 7.3.5.2) the name stands two characters from the right and the date begins two
 * characters right of the name's first; a date longer than the name stands two from the right, the name moves left.
 */
export const signatureIndent = (name: string, date: string): number =>
  widthOf(date) > widthOf(name) ? widthOf(date) + 4 - widthOf(name) : 2

export const dateIndent = (date: string, name: string): number =>
  name === '' || widthOf(date) > widthOf(name) ? 2 : widthOf(name) - widthOf(date)

const dateAfter = (blocks: OfficialBlock[], i: number) => textOf(blocks.slice(i).find(({ kind }) => kind === 'date'))

const signatureBefore = (blocks: OfficialBlock[], i: number) =>
  textOf(blocks.slice(0, i).findLast(({ kind }) => kind === 'signature'))

const textOf = (block: OfficialBlock | undefined) => (block && 'text' in block ? block.text : '')
