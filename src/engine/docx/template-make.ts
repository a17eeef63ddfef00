import { anchorOf, writeAnchors } from './anchors.ts'
import { editParagraph } from './edit-runs.ts'
import { DocxError } from './errors.ts'
import { addContentType, addRelation, draftOf, xmlDeclaration, type PackageDraft } from './package-draft.ts'
import type { WordReport } from './read-docx.ts'
import { bookmarkName, checkTags, controlTag } from './slot-names.ts'
import { stripTemplate } from './template-strip.ts'
import type { Mark } from './text-atoms.ts'
import { bookmarkIds, controlIds } from './unused-ids.ts'
import { escapeXml, spliceSource } from './xml-write.ts'

/** A stretch of a paragraph to become a slot. `tag` is 1 to 32 of A–Z, a–z, 0–9 and '-', unique in the template. */
export interface NewSlot {
  line: number
  column: number
  length: number
  tag: string
  /** What Word shows on the control; the tag where it is absent. */
  title?: string
}

export interface MadeTemplate {
  bytes: Uint8Array
  /** Copy of what the document carries for finding slots by their surroundings; hand it to `readTemplate` later. */
  anchors: string
}

/**
 * The document, untouched but for a content control of plain text with a bookmark around each slot; slots must not
 * overlap. Controls of an earlier template are taken out first. `bindings` is the caller's, kept as it is.
 * The same input gives the same bytes. Throws `bad-slot`.
 */
export function makeTemplate(report: WordReport, slots: NewSlot[], bindings = ''): MadeTemplate {
  checkTags(slots.map((slot) => slot.tag))
  const bare = stripTemplate(report)
  const draft = draftOf(bare.package)
  const marks = marksByLine(bare, slots, draft)
  const splices = bare.paragraphs.flatMap((paragraph) => {
    const own = marks.get(paragraph.line)
    return own ? editParagraph(bare.xml, paragraph, own) : []
  })
  draft.set(bare.package.main, spliceSource(bare.xml.source, splices))
  const anchors = slots.map(({ tag, line, column, length }) =>
    anchorOf(tag, line, bare.paragraphs[line - 1]?.text ?? '', column, length),
  )
  const kept = writeAnchors(anchors, bindings)
  keepAnchors(draft, bare.package.main, kept)
  return { bytes: draft.bytes(), anchors: kept }
}

function marksByLine(report: WordReport, slots: NewSlot[], draft: PackageDraft): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>()
  const nextBookmark = bookmarkIds(draft)
  const nextControl = controlIds(draft)
  for (const slot of slots) {
    if (!report.paragraphs[slot.line - 1]) {
      throw new DocxError('bad-slot', `文档没有第 ${slot.line} 段（共 ${report.paragraphs.length} 段）。`)
    }
    const places = report.paragraphs.filter(({ line, repeats }) => line === slot.line || repeats === slot.line)
    places.forEach(({ line }, i) => {
      const mark = slotMark(slot, bookmarkName(slot.tag, i + 1), nextBookmark(), nextControl)
      marks.set(line, [...(marks.get(line) ?? []), mark])
    })
  }
  return marks
}

function slotMark(slot: NewSlot, name: string, id: number, nextControl: () => number): Mark {
  const title = escapeXml((slot.title ?? slot.tag).slice(0, 64))
  return {
    column: slot.column,
    length: slot.length,
    before: `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`,
    after: `<w:bookmarkEnd w:id="${id}"/>`,
    // Without w:text: LibreOffice 7.4 strips fonts and highlights from the text of controls that are marked as plain.
    wrap: (properties) => [
      `<w:sdt><w:sdtPr>${properties}<w:alias w:val="${title}"/><w:tag w:val="${controlTag(slot.tag)}"/>` +
        `<w:id w:val="${nextControl()}"/></w:sdtPr><w:sdtContent>`,
      '</w:sdtContent></w:sdt>',
    ],
  }
}

function keepAnchors(draft: PackageDraft, main: string, anchors: string): void {
  const existing = anchorPart(draft)
  if (existing) return draft.set(existing, anchors)
  let number = 1
  while (draft.has(`customXml/item${number}.xml`)) number++
  draft.set(`customXml/item${number}.xml`, anchors)
  addContentType(draft, `customXml/item${number}.xml`, 'application/xml')
  addRelation(draft, main, 'customXml', `../customXml/item${number}.xml`)
  // LibreOffice keeps a custom part only where properties name it; the id is ours, the same in every document.
  let properties = number
  while (draft.has(`customXml/itemProps${properties}.xml`)) properties++
  draft.set(`customXml/itemProps${properties}.xml`, itemProperties)
  addRelation(draft, `customXml/item${number}.xml`, 'customXmlProps', `itemProps${properties}.xml`)
  addContentType(draft, `customXml/itemProps${properties}.xml`, itemPropertiesType)
}

const itemProperties =
  `${xmlDeclaration}<ds:datastoreItem ds:itemID="{3B6A5C5E-7F0D-4E8A-9C55-0A2F4D1E9B11}"` +
  ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>' +
  '<ds:schemaRef ds:uri="urn:taizhang:template:1"/></ds:schemaRefs></ds:datastoreItem>'

const itemPropertiesType = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'

/** Name of the part that holds the anchors, where the document has one. */
export const anchorPart = (draft: PackageDraft): string | undefined =>
  draft
    .names()
    .find((name) => /^customXml\/item\d+\.xml$/.test(name) && draft.text(name).includes('urn:taizhang:template:1'))
