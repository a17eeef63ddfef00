import { DocxError } from './errors.ts'
import { defaultLimits, type DocxLimits } from './limits.ts'
import { openPackage, type DocxPackage } from './package.ts'
import { readParagraphs, type WordParagraph } from './paragraphs.ts'
import { childOf, parseXml, type XmlDocument, type XmlElement } from './xml-parse.ts'

/** A Word document as read: paragraphs point into `xml.source`, so that edits are splices of it. */
export interface WordReport {
  format: 'docx'
  paragraphs: WordParagraph[]
  package: DocxPackage
  xml: XmlDocument
  body: XmlElement
}

/** Reads a .docx; `paragraphs[n].line` is n + 1. Throws DocxError. */
export function readDocx(bytes: Uint8Array, limits: DocxLimits = defaultLimits): WordReport {
  const parts = openPackage(bytes, limits)
  return reportOf(parts, parts.xml(parts.main))
}

/** The same document with another main part, which must have come from splices of its own. */
export function withSource(report: WordReport, source: string): WordReport {
  return reportOf(report.package, parseXml(source, report.package.main))
}

function reportOf(parts: DocxPackage, xml: XmlDocument): WordReport {
  const body = childOf(xml.root, 'w:body')
  if (!body) throw new DocxError('not-word', '文件中没有 Word 正文（w:body）。请用 Word 打开并另存为 .docx 后再试。')
  return { format: 'docx', paragraphs: readParagraphs(body), package: parts, xml, body }
}
