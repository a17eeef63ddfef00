import { character, characterSpacing, fonts, linePitch, sizes } from './gongwen-layout.ts'
import { xmlDeclaration } from './package-draft.ts'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const eastAsian = (font: string) => `<w:rFonts w:eastAsia="${font}" w:hint="eastAsia"/>`

/** Indents in characters for Word, with the same in twips for programs that know only those. */
export const indent = (attributes: Record<string, number>): string => {
  const written = Object.entries(attributes).map(
    ([side, count]) => `w:${side}Chars="${Math.round(count * 100)}" w:${side}="${Math.round(count * character)}"`,
  )
  return `<w:ind ${written.join(' ')}/>`
}

const style = (id: string, name: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
  `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const heading = (level: number, font: string) =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>` +
  '<w:basedOn w:val="Normal"/><w:next w:val="Body"/><w:qFormat/><w:pPr><w:keepNext/>' +
  `${indent({ firstLine: 2 })}<w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
  `<w:rPr>${eastAsian(font)}</w:rPr></w:style>`

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`

const title = `${eastAsian(fonts.title)}${size(sizes.title)}`

// The standard has no bold at any level, and 22 lines a page leave no space between paragraphs.
const defaults =
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${fonts.latin}" w:hAnsi="${fonts.latin}"` +
  ` w:eastAsia="${fonts.body}" w:cs="${fonts.latin}"/><w:color w:val="000000"/>` +
  `<w:spacing w:val="${characterSpacing}"/>${size(sizes.body)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/>' +
  '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
  `<w:spacing w:before="0" w:after="0" w:line="${linePitch}" w:lineRule="exact"/><w:jc w:val="both"/>` +
  '</w:pPr></w:pPrDefault></w:docDefaults>'

const normal =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'

const footer =
  '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr>' +
  `<w:snapToGrid w:val="0"/><w:spacing w:line="${sizes.pageNumber * 10}" w:lineRule="exact"/></w:pPr>` +
  `<w:rPr><w:rFonts w:ascii="${fonts.pageNumber}" w:hAnsi="${fonts.pageNumber}" w:eastAsia="${fonts.pageNumber}"/>` +
  `<w:spacing w:val="0"/>${size(sizes.pageNumber)}</w:rPr></w:style>`

/** word/styles.xml: every element of the layout is a style, so that a person can change it in one place. */
export const stylesXml: string = [
  `${xmlDeclaration}<w:styles xmlns:w="${namespace}">`,
  defaults,
  normal,
  style('Title', '公文标题', `<w:keepNext/><w:snapToGrid w:val="0"/>${indent({ firstLine: 0 })}<w:jc w:val="center"/>`, title),
  style('Addressee', '主送机关', indent({ firstLine: 0 }), ''),
  style('Body', '公文正文', indent({ firstLine: 2 }), ''),
  heading(1, fonts.first),
  heading(2, fonts.second),
  heading(3, fonts.body),
  heading(4, fonts.body),
  // 附件： takes three characters after the indent of two, the number one more: names stand under each other.
  style('Attachment', '附件说明', indent({ left: 6, hanging: 4 }), ''),
  style('AttachmentNext', '附件说明续', indent({ left: 6, hanging: 1 }), ''),
  style('Signature', '发文机关署名', '<w:keepNext/><w:jc w:val="right"/>', ''),
  style('Date', '成文日期', '<w:jc w:val="right"/>', ''),
  style('Note', '附注', indent({ firstLine: 2 }), ''),
  style('Appendix', '附件序号', '<w:keepNext/><w:pageBreakBefore/>', eastAsian(fonts.first)),
  footer,
  '</w:styles>',
].join('')
