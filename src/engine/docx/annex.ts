import { characterSpacing, fonts, linePitch, page, sizes } from './gongwen-layout.ts'
import { runXml } from './gongwen-runs.ts'
import { noIndent, plainParagraph, tableXml, type Column } from './gongwen-table.ts'
import { annexBookmark } from './slot-names.ts'
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

const columns: Column[] = [
  { title: '序号', share: 8, align: 'center' },
  { title: '所在句子', share: 25, align: 'left' },
  { title: '指标', share: 13, align: 'left' },
  { title: '数值', share: 10, align: 'center' },
  { title: '计算方法', share: 22, align: 'left' },
  { title: '依据记录', share: 22, align: 'left' },
]

/** The annex on a new page, inside a bookmark of this id by which a later reading leaves it out. */
export function writeAnnex(annex: Annex, section: XmlElement | null, bookmarkId: number): string {
  const opening = `<w:bookmarkStart w:id="${bookmarkId}" w:name="${annexBookmark}"/>`
  const content = [
    heading('附件', fonts.first, sizes.body, 'left', true).replace('</w:pPr>', `</w:pPr>${opening}`),
    heading('报告数字依据表', fonts.title, sizes.title, 'center', false),
    tableXml(columns, annex.rows.map((row, i) => cellsOf(row, i + 1)), textWidth(section), sizes.annex),
    ...sources(annex).map((line) => plainParagraph(line, 'left', sizes.annex, linePitch)),
  ]
  return content.join('').replace(/<\/w:p>$/, `<w:bookmarkEnd w:id="${bookmarkId}"/></w:p>`)
}

function sources({ inputs, checkpoint }: Annex): string[] {
  const files = inputs.map(({ name, sha256 }) => `输入文件：${name}　SHA-256：${sha256}`)
  const anchor = checkpoint === undefined ? [] : [`台账日志检查点：${checkpoint}`]
  return [...files, ...anchor, '本附件供核对数字来源，报送前可整体删除。']
}

function heading(text: string, font: string, size: number, align: string, newPage: boolean): string {
  const [after, line] = newPage ? [0, linePitch] : [240, 700]
  const spacing = `<w:spacing w:before="0" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`
  const properties = `${newPage ? '<w:pageBreakBefore/>' : ''}${spacing}${noIndent}<w:jc w:val="${align}"/>`
  const run = runXml(text, { font, size, spacing: characterSpacing })
  return `<w:p><w:pPr><w:keepNext/>${properties}</w:pPr>${run}</w:p>`
}

function cellsOf({ sentence, metric, value, how, records, examples }: AnnexRow, number: number): string[] {
  const named = examples.length < records ? [...examples, '…'] : examples
  const list = examples.length > 0 ? `：${named.join('；')}` : ''
  return [String(number), sentence, metric, value, how, `共 ${records} 条${list}`]
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
