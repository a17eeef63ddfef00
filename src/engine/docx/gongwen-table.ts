import { fonts } from './gongwen-layout.ts'
import { runXml } from './gongwen-runs.ts'

export interface Column {
  title: string
  /** Share of the table's width, in per cent. */
  share: number
  align: 'left' | 'center' | 'right'
}

/** A ruled table whose heading is repeated on each page and whose rows do not break across pages. */
export function tableXml(columns: Column[], rows: string[][], width: number, size: number): string {
  const widths = columns.map(({ share }) => Math.floor((width * share) / 100))
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')
  const margins = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:w="60" w:type="dxa"/>`).join('')
  const properties =
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>` +
    `<w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>`
  const grid = `<w:tblGrid>${widths.map((value) => `<w:gridCol w:w="${value}"/>`).join('')}</w:tblGrid>`
  const titles = columns.map(({ title }, i) => cellXml(title, 'center', size, widths[i]))
  const head = rowXml('<w:cantSplit/><w:tblHeader/>', titles)
  const body = rows.map((row) =>
    rowXml('<w:cantSplit/>', columns.map(({ align }, i) => cellXml(row[i] ?? '', align, size, widths[i]))),
  )
  return `<w:tbl>${properties}${grid}${head}${body.join('')}</w:tbl>`
}

/** A paragraph in 仿宋 that takes nothing from the document's own styles but what cannot be overridden. */
export function plainParagraph(text: string, align: string, size: number, line: number): string {
  const spacing = `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="atLeast"/>`
  const properties = `<w:pPr><w:snapToGrid w:val="0"/>${spacing}${noIndent}<w:jc w:val="${align}"/></w:pPr>`
  return `<w:p>${properties}${runXml(text, { font: fonts.body, size })}</w:p>`
}

/** Also overrides indents in characters, which a style of the document may set and which win over twips. */
export const noIndent = '<w:ind w:firstLineChars="0" w:leftChars="0" w:left="0" w:right="0" w:firstLine="0"/>'

const rowXml = (properties: string, cells: string[]) => `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`

function cellXml(text: string, align: string, size: number, width = 0): string {
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`
  // A line of 4/3 of the characters' height, as small type in tables wants.
  return `<w:tc>${properties}${plainParagraph(text, align, size, Math.round((size * 40) / 3))}</w:tc>`
}
