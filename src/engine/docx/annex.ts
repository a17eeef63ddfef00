import { characterSpacing, fonts, linePitch, page, sizes } from './gongwen-layout.ts'
import { runXml } from './gongwen-runs.ts'
import { annexTag } from './slot-names.ts'
import { childOf, type XmlElement } from './xml-parse.ts'

/** The page at the end that says where each figure comes from. */
export interface Annex {
  rows: AnnexRow[]
  /** Files the report was made from, with their SHA-256. */
  inputs: { name: string; sha256: string }[]
  /** Head of the log, when the report was made from a database. */
  checkpoint?: string
}

export interface AnnexRow {
  sentence: string
  metric: string
  value: string
  how: string
  /** How many records the figure stands on; `examples` names some of them. */
  records: number
  examples: string[]
}

/** Heading, share of the width, and alignment of the columns. */
const columns = [
  ['序号', 6, 'center'],
  ['所在句子', 27, 'left'],
  ['指标', 13, 'left'],
  ['数值', 10, 'center'],
  ['计算方法', 22, 'left'],
  ['依据记录', 22, 'left'],
] as const

/** The annex on a new page, inside one control by which a later reading leaves it out. */
export function writeAnnex(annex: Annex, section: XmlElement | null): string {
  const content = [
    heading('附件', fonts.first, sizes.body, 'left', true),
    heading('报告数字依据表', fonts.title, sizes.title, 'center', false),
    table(annex.rows, textWidth(section)),
    ...sources(annex).map((line) => small(line, 'left', linePitch)),
  ]
  const properties = `<w:sdtPr><w:alias w:val="数字依据（附件）"/><w:tag w:val="${annexTag}"/></w:sdtPr>`
  return `<w:sdt>${properties}<w:sdtContent>${content.join('')}</w:sdtContent></w:sdt>`
}

function sources({ inputs, checkpoint }: Annex): string[] {
  const files = inputs.map(({ name, sha256 }) => `输入文件：${name}　SHA-256：${sha256}`)
  const anchor = checkpoint === undefined ? [] : [`台账日志检查点：${checkpoint}`]
  return [...files, ...anchor, '本附件供核对数字来源，报送前可整体删除。']
}

function heading(text: string, font: string, size: number, align: string, newPage: boolean): string {
  const spacing = `<w:spacing w:before="0" w:after="${newPage ? 0 : 240}" w:line="${newPage ? linePitch : 700}" w:lineRule="exact"/>`
  const properties = `${newPage ? '<w:pageBreakBefore/>' : ''}${spacing}${noIndent}<w:jc w:val="${align}"/>`
  return `<w:p><w:pPr><w:keepNext/>${properties}</w:pPr>${runXml(text, { font, size, spacing: characterSpacing })}</w:p>`
}

function small(text: string, align: string, line: number): string {
  const spacing = `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="atLeast"/>`
  const properties = `<w:pPr><w:snapToGrid w:val="0"/>${spacing}${noIndent}<w:jc w:val="${align}"/></w:pPr>`
  return `<w:p>${properties}${runXml(text, { font: fonts.body, size: sizes.annex })}</w:p>`
}

// The first pair overrides indents in characters that a style of the document may set.
const noIndent = '<w:ind w:firstLineChars="0" w:leftChars="0" w:left="0" w:right="0" w:firstLine="0"/>'

function table(rows: AnnexRow[], width: number): string {
  const widths = columns.map(([, share]) => Math.floor((width * share) / 100))
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')
  const properties =
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>'
  const grid = `<w:tblGrid>${widths.map((value) => `<w:gridCol w:w="${value}"/>`).join('')}</w:tblGrid>`
  const head = row(columns.map(([title]) => title), widths, true)
  const body = rows.map((entry, i) => row(cellsOf(entry, i + 1), widths, false))
  return `<w:tbl>${properties}${grid}${head}${body.join('')}</w:tbl>`
}

function cellsOf({ sentence, metric, value, how, records, examples }: AnnexRow, number: number): string[] {
  const named = examples.length < records ? [...examples, '…'] : examples
  const list = examples.length > 0 ? `：${named.join('；')}` : ''
  return [String(number), sentence, metric, value, how, `共 ${records} 条${list}`]
}

function row(cells: string[], widths: number[], isHead: boolean): string {
  const properties = `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`
  const content = cells.map((text, i) => {
    const align = isHead ? 'center' : (columns[i]?.[2] ?? 'left')
    const cell = `<w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`
    return `<w:tc>${cell}${small(text, align, 280)}</w:tc>`
  })
  return `<w:tr>${properties}${content.join('')}</w:tr>`
}

/** Width between the margins of the section the annex comes to stand in. */
function textWidth(section: XmlElement | null): number {
  const size = section && childOf(section, 'w:pgSz')
  const margins = section && childOf(section, 'w:pgMar')
  const width = twips(size, 'w', page.width) - twips(margins, 'left', page.left) - twips(margins, 'right', page.right)
  return Math.max(width, 4000)
}

function twips(element: XmlElement | null | undefined, name: string, otherwise: number): number {
  const value = Number(element?.attributes[`w:${name}`] ?? Number.NaN)
  return Number.isFinite(value) ? value : otherwise
}
