import { character, linePitch, page } from './gongwen-layout.ts'
import { xmlDeclaration } from './package-draft.ts'
import { escapeXml } from './xml-write.ts'
import { stylesXml } from './gongwen-styles.ts'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** All parts of a new document around the given content of its body; no part knows a time or a chance id. */
export function officialParts(body: string, title: string): [name: string, xml: string][] {
  return [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', coreProperties(title)],
    ['word/document.xml', documentXml(body)],
    ['word/_rels/document.xml.rels', documentRelations],
    ['word/styles.xml', stylesXml],
    ['word/settings.xml', settings],
    ['word/footer1.xml', pageNumber('right', `w:right="${character}" w:rightChars="100"`)],
    ['word/footer2.xml', pageNumber('left', `w:left="${character}" w:leftChars="100"`)],
  ]
}

function documentXml(body: string): string {
  // type="lines": with linesAndChars and a negative charSpace LibreOffice sets 18 characters a line instead of 28.
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>' +
    `<w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${page.top}" w:right="${page.right}"` +
    ` w:bottom="${page.bottom}" w:left="${page.left}" w:header="851" w:footer="${page.footer}" w:gutter="0"/>` +
    `<w:docGrid w:type="lines" w:linePitch="${linePitch}"/></w:sectPr>`
  const namespaces = `${word} xmlns:r="${relationNamespace}"`
  return `${xmlDeclaration}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`
}

/** — 1 —, one character in from the side. */
function pageNumber(align: string, indents: string): string {
  const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
  const properties = `<w:pPr><w:pStyle w:val="Footer"/><w:ind ${indents}/><w:jc w:val="${align}"/></w:pPr>`
  return `${xmlDeclaration}<w:ftr ${word}><w:p>${properties}${dash('— ')}${field}${dash(' —')}</w:p></w:ftr>`
}

const dash = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

const settings =
  `${xmlDeclaration}<w:settings ${word}><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:compat>` +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat></w:settings>'

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`

const contentTypes =
  `${xmlDeclaration}<Types xmlns="${packageNamespace}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  override('word/document.xml', `${wordType}.document.main+xml`) +
  override('word/styles.xml', `${wordType}.styles+xml`) +
  override('word/settings.xml', `${wordType}.settings+xml`) +
  override('word/footer1.xml', `${wordType}.footer+xml`) +
  override('word/footer2.xml', `${wordType}.footer+xml`) +
  override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
  '</Types>'

const relations = (...targets: [type: string, target: string][]) =>
  `${xmlDeclaration}<Relationships xmlns="${packageNamespace}/relationships">` +
  targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`).join('') +
  '</Relationships>'

const packageRelations = relations(
  [`${relationNamespace}/officeDocument`, 'word/document.xml'],
  [`${packageNamespace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
)

const documentRelations = relations(
  [`${relationNamespace}/styles`, 'styles.xml'],
  [`${relationNamespace}/settings`, 'settings.xml'],
  [`${relationNamespace}/footer`, 'footer1.xml'],
  [`${relationNamespace}/footer`, 'footer2.xml'],
)

const coreProperties = (title: string) =>
  `${xmlDeclaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties"` +
  ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
