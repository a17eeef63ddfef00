import { annexSpan } from './annex-span.ts'
import { fieldInstructions } from './fields.ts'
import { childOf, type XmlElement } from './xml-parse.ts'

/** A stretch of a paragraph's text and the run child (w:t, w:tab, w:br …) it comes from. */
export interface Piece {
  column: number
  text: string
  run: XmlElement
  element: XmlElement
}

/** A w:p. `line` is its 1-based number in document order, `text` what a reader sees in it. */
export interface WordParagraph {
  line: number
  text: string
  element: XmlElement
  pieces: Piece[]
  /** Line of the paragraph that this one repeats for older programs (mc:Fallback); its own `text` is then empty. */
  repeats: number | null
}

interface Place {
  /** Where text goes; null where it is not seen. */
  paragraph: WordParagraph | null
  deleted: boolean
}

/**
 * All paragraphs of the body: empty ones, those in cells, nested tables, content controls and text boxes. A text box
 * usually stands twice, as mc:Choice and mc:Fallback: both count as lines, the text is given for the first only.
 * Inserted text is seen, deleted and moved-away text, hidden runs and our own annex are not; of fields the result.
 */
export function readParagraphs(body: XmlElement): WordParagraph[] {
  const paragraphs: WordParagraph[] = []
  const instructions = fieldInstructions(body)
  const annex = annexSpan(body)

  function walk(element: XmlElement, place: Place): void {
    for (const child of element.children) visit(child, element, place)
  }

  function visit(child: XmlElement, parent: XmlElement, place: Place): void {
    if (child.name === 'w:p') return paragraph(child, place)
    if (child.name === 'mc:AlternateContent') return alternatives(child, place)
    if (unseen.has(child.name) || isHidden(child)) {
      return walk(child, { paragraph: null, deleted: true })
    }
    const text = textOf(child)
    if (text === null) return walk(child, place)
    const into = place.paragraph
    if (!into || parent.name !== 'w:r' || instructions.has(child)) return
    into.pieces.push({ column: into.text.length, text, run: parent, element: child })
    into.text += text
  }

  function paragraph(element: XmlElement, place: Place): void {
    const line = paragraphs.length + 1
    const begun: WordParagraph = { line, text: '', element, pieces: [], repeats: null }
    paragraphs.push(begun)
    const deleted = place.deleted || (annex !== null && annex.start <= element.start && element.end <= annex.end)
    walk(element, { paragraph: deleted ? null : begun, deleted })
  }

  function alternatives(element: XmlElement, place: Place): void {
    const [shown, ...others] = element.children
    if (!shown) return
    const first = paragraphs.length
    walk(shown, place)
    const last = paragraphs.length
    for (const other of others) {
      const from = paragraphs.length
      walk(other, { ...place, paragraph: null })
      pairRepeats(paragraphs.slice(first, last), paragraphs.slice(from))
    }
  }

  walk(body, { paragraph: null, deleted: false })
  return paragraphs
}

function pairRepeats(shown: WordParagraph[], others: WordParagraph[]): void {
  others.forEach((other, i) => {
    const original = shown[i]
    const same = shown.length === others.length && original?.text === other.text && original.repeats === null
    if (same && original) other.repeats = original.line
    else other.pieces = []
    other.text = ''
  })
}

const unseen = new Set(['w:del', 'w:moveFrom', 'w:rt', 'w:pPr', 'w:rPr', 'w:sdtPr', 'w:tblPr', 'w:sectPr'])

function isHidden(run: XmlElement): boolean {
  if (run.name !== 'w:r') return false
  const properties = childOf(run, 'w:rPr')
  const vanish = properties && childOf(properties, 'w:vanish')
  return vanish !== undefined && !['0', 'false', 'off'].includes(vanish.attributes['w:val'] ?? 'true')
}

/** Null for elements that may hold others; page and column breaks are no characters. */
function textOf(element: XmlElement): string | null {
  switch (element.name) {
    case 'w:t':
      return element.text
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:cr':
      return '\n'
    case 'w:br':
      return (element.attributes['w:type'] ?? 'textWrapping') === 'textWrapping' ? '\n' : ''
    case 'w:noBreakHyphen':
      return '-'
    default:
      return null
  }
}
