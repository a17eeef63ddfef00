import { findByContext, readAnchors, type Anchor } from './anchors.ts'
import { draftOf } from './package-draft.ts'
import type { WordParagraph } from './paragraphs.ts'
import { readDocx, type WordReport } from './read-docx.ts'
import { tagOf, tagOfBookmark, tagOfControl } from './slot-names.ts'
import { anchorPart } from './template-make.ts'
import { descendantsOf, type XmlElement } from './xml-parse.ts'

/** A stretch of the template's text. */
export interface SlotPlace {
  line: number
  column: number
  length: number
  text: string
}

export interface TemplateSlot {
  tag: string
  /** The slot, then its repetitions: in a text box's fallback, or where a person copied the control. */
  places: [SlotPlace, ...SlotPlace[]]
  found: 'control' | 'bookmark' | 'context'
}

export interface ReportTemplate {
  report: WordReport
  /** In document order. */
  slots: TemplateSlot[]
  /** Tags that the template had and that could not be found again. */
  lost: string[]
  bindings: string
}

/**
 * Finds the slots of a template again: by control, else by bookmark (LibreOffice drops the tags of controls), else by
 * the text around them. `anchors` is needed only where a program also dropped the document's own copy.
 */
export function readTemplate(bytes: Uint8Array, anchors?: string): ReportTemplate {
  const report = readDocx(bytes)
  const draft = draftOf(report.package)
  const part = anchorPart(draft)
  const source = part ? draft.text(part) : anchors
  const kept = source === undefined ? { anchors: [], bindings: '' } : readAnchors(source)
  const controls = placesByTag(report, controlSpans(report.body))
  const bookmarks = placesByTag(report, bookmarkSpans(report.body))
  const slots: TemplateSlot[] = []
  const lost: string[] = []
  for (const tag of new Set([...kept.anchors.map((anchor) => anchor.tag), ...controls.keys(), ...bookmarks.keys()])) {
    const anchor = kept.anchors.find((candidate) => candidate.tag === tag)
    const slot =
      slotAt(tag, 'control', controls.get(tag)) ??
      slotAt(tag, 'bookmark', bookmarks.get(tag)) ??
      slotAt(tag, 'context', anchor && placesByContext(anchor, report))
    if (slot) slots.push(slot)
    else lost.push(tag)
  }
  const order = ({ places: [{ line, column }] }: TemplateSlot) => line * 2 ** 24 + column
  return { report, slots: slots.toSorted((a, b) => order(a) - order(b)), lost, bindings: kept.bindings }
}

function slotAt(tag: string, found: TemplateSlot['found'], places: SlotPlace[] = []): TemplateSlot | null {
  const [first, ...others] = places
  return first ? { tag, found, places: [first, ...others] } : null
}

interface Span {
  tag: string
  start: number
  end: number
  /** The element by which its paragraph is found. */
  element: XmlElement
}

function controlSpans(body: XmlElement): Span[] {
  return descendantsOf(body, 'w:sdt').flatMap((element) => {
    const tag = tagOfControl(tagOf(element))
    return tag === null ? [] : [{ tag, start: element.start, end: element.end, element }]
  })
}

function bookmarkSpans(body: XmlElement): Span[] {
  const ends = new Map(descendantsOf(body, 'w:bookmarkEnd').map((mark) => [mark.attributes['w:id'], mark]))
  return descendantsOf(body, 'w:bookmarkStart').flatMap((element) => {
    const tag = tagOfBookmark(element.attributes['w:name'] ?? '')
    const end = ends.get(element.attributes['w:id'])
    return tag === null || !end ? [] : [{ tag, start: element.start, end: end.end, element }]
  })
}

function placesByTag(report: WordReport, spans: Span[]): Map<string, SlotPlace[]> {
  const paragraphs = new Map(report.paragraphs.map((paragraph) => [paragraph.element, paragraph]))
  const places = new Map<string, SlotPlace[]>()
  for (const span of spans) {
    const paragraph = paragraphs.get(paragraphAround(span.element))
    if (!paragraph) continue
    const place = placeOf(paragraph, span)
    const known = places.get(span.tag) ?? []
    const last = known.at(-1)
    // Parts of one slot that no single control could wrap.
    if (last?.line === place.line && last.column + last.length === place.column) {
      known[known.length - 1] = { ...last, length: last.length + place.length, text: last.text + place.text }
    } else known.push(place)
    places.set(span.tag, known)
  }
  return places
}

function paragraphAround(element: XmlElement): XmlElement {
  let at = element
  while (at.name !== 'w:p' && at.parent) at = at.parent
  return at
}

function placeOf({ line, pieces }: WordParagraph, { start, end }: Span): SlotPlace {
  const inside = pieces.filter(({ element }) => start <= element.start && element.end <= end)
  const before = pieces.filter(({ element }) => element.end <= start).at(-1)
  const column = inside[0]?.column ?? (before ? before.column + before.text.length : 0)
  const text = inside.map((piece) => piece.text).join('')
  return { line, column, length: text.length, text }
}

function placesByContext(anchor: Anchor, report: WordReport): SlotPlace[] {
  const found = findByContext(anchor, report.paragraphs)
  if (!found) return []
  const at = (paragraph: WordParagraph) => paragraph.line === found.line || paragraph.repeats === found.line
  const text = report.paragraphs[found.line - 1]?.text.slice(found.column, found.column + found.length) ?? ''
  return report.paragraphs.filter(at).map(({ line }) => ({ ...found, line, text }))
}
