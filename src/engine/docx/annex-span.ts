import { annexBookmark } from './slot-names.ts'
import { descendantsOf, type XmlElement } from './xml-parse.ts'

/** Source offsets of our own annex, which is no part of the report; null where the document has none. */
export function annexSpan(body: XmlElement): { start: number; end: number } | null {
  const opening = descendantsOf(body, 'w:bookmarkStart').find((mark) => mark.attributes['w:name'] === annexBookmark)
  if (!opening) return null
  const id = opening.attributes['w:id']
  const closing = descendantsOf(body, 'w:bookmarkEnd').find((mark) => mark.attributes['w:id'] === id) ?? opening
  return { start: blockOf(opening, body).start, end: blockOf(closing, body).end }
}

function blockOf(element: XmlElement, body: XmlElement): XmlElement {
  let at = element
  while (at.parent && at.parent !== body) at = at.parent
  return at
}
