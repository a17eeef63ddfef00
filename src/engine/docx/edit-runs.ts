import type { WordParagraph } from './paragraphs.ts'
import { highlighted, propertiesOf } from './run-properties.ts'
import { atomsOf, type Atom, type Mark } from './text-atoms.ts'
import type { XmlDocument, XmlElement } from './xml-parse.ts'
import { escapeXml, inPrefixOf, type Splice } from './xml-write.ts'

/**
 * The splices that make these marks in a paragraph. Runs are split only where a mark begins or ends inside them;
 * their properties are kept, and what a run holds besides text (drawings, notes, fields) stays in its place.
 */
export function editParagraph(xml: XmlDocument, paragraph: WordParagraph, marks: Mark[]): Splice[] {
  const atoms = atomsOf(paragraph, marks)
  const { opening, closing, outer } = surroundings(xml.source, atoms, marks)
  const splices = [...outer]
  for (const [run, own] of groupedBy(atoms, (atom) => atom.run)) {
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last || own.every((atom) => atom.marks.length === 0)) continue
    splices.push({ start: run.start, end: run.start, xml: opening.get(first) ?? '' })
    splices.push(...firstProperties(xml.source, run, first), ...contentSplices(xml.source, own, opening, closing))
    splices.push({ start: run.end, end: run.end, xml: closing.get(last) ?? '' })
  }
  const needed = splices.filter((splice) => splice.xml !== '' || splice.end > splice.start)
  return needed.map((splice) => ({ ...splice, xml: inPrefixOf(xml, splice.xml) }))
}

/** Text as content of a run; tabs and line ends become the elements that Word has for them. */
export function textXml(text: string): string {
  return text
    .split(/([\t\n])/)
    .map((part) => (part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : wordText(part)))
    .join('')
}

const wordText = (text: string) => text && `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`

function contentSplices(
  source: string,
  atoms: Atom[],
  opening: Map<Atom, string>,
  closing: Map<Atom, string>,
): Splice[] {
  const splices: Splice[] = []
  let previous: Atom | undefined
  for (const [element, parts] of groupedBy(atoms, (atom) => atom.element)) {
    let xml = ''
    for (const atom of parts) {
      if (previous && !sameMarks(previous, atom)) {
        const { run } = atom
        const between = `</w:r>${closing.get(previous) ?? ''}${opening.get(atom) ?? ''}`
        const turn = between + source.slice(run.start, run.openEnd) + runProperties(source, atom)
        if (atom === parts[0]) splices.push({ start: element.start, end: element.start, xml: turn })
        else xml += turn
      }
      xml += textXml(atom.text ?? '') || (atom.marks.some(isEmptied) ? '<w:t></w:t>' : '')
      previous = atom
    }
    if (parts.some((atom) => atom.text !== null)) splices.push({ start: element.start, end: element.end, xml })
  }
  return splices
}

function groupedBy(atoms: Atom[], key: (atom: Atom) => XmlElement): Map<XmlElement, Atom[]> {
  const groups = new Map<XmlElement, Atom[]>()
  for (const atom of atoms) {
    const group = groups.get(key(atom))
    if (group) group.push(atom)
    else groups.set(key(atom), [atom])
  }
  return groups
}

function firstProperties(source: string, run: XmlElement, first: Atom): Splice[] {
  const before = propertiesOf(source, run)
  const after = runProperties(source, first)
  const at = source.indexOf(before, run.openEnd)
  return before === after ? [] : [{ start: at, end: at + before.length, xml: after }]
}

function runProperties(source: string, { run, marks }: Atom): string {
  const highlight = marks.toSorted(byLength).find((mark) => mark.highlight)?.highlight
  return highlight ? highlighted(source, run, highlight) : propertiesOf(source, run)
}

const sameMarks = (a: Atom, b: Atom) =>
  a.marks.length === b.marks.length && a.marks.every((mark) => b.marks.includes(mark))

/** An empty w:t keeps the place where text can be set again. */
const isEmptied = (mark: Mark) => mark.text === '' || mark.length === 0

const byLength = (a: Mark, b: Mark) => a.length - b.length

/** XML to set before and after atoms; outer marks open first and close last. */
function surroundings(source: string, atoms: Atom[], marks: Mark[]) {
  const opening = new Map<Atom, string>()
  const closing = new Map<Atom, string>()
  const outer: Splice[] = []
  for (const mark of marks.toSorted(byLength)) {
    const covered = atoms.filter((atom) => atom.marks.includes(mark))
    const [first, last] = [covered[0], covered.at(-1)]
    if (!first || !last) continue
    for (const [head, tail] of segmentsOf(covered, mark)) {
      const [open, close] = mark.wrap?.(propertiesOf(source, head.run)) ?? ['', '']
      opening.set(head, open + (opening.get(head) ?? ''))
      closing.set(tail, (closing.get(tail) ?? '') + close)
    }
    const [start, end] = [outermost(first.run), outermost(last.run)]
    if (mark.outsideControls && start !== first.run) {
      outer.push({ start: start.start, end: start.start, xml: mark.before ?? '' })
    } else opening.set(first, (mark.before ?? '') + (opening.get(first) ?? ''))
    if (mark.outsideControls && end !== last.run) {
      outer.push({ start: end.end, end: end.end, xml: mark.after ?? '' })
    } else closing.set(last, (closing.get(last) ?? '') + (mark.after ?? ''))
  }
  return { opening, closing, outer }
}

function outermost(run: XmlElement): XmlElement {
  const control = run.parent?.name === 'w:sdtContent' ? run.parent.parent : null
  return control ? outermost(control) : run
}

/** First and last atoms of the parts of a mark that one element may wrap. */
function segmentsOf(covered: Atom[], mark: Mark): [Atom, Atom][] {
  const segments: [Atom, Atom][] = []
  if (!mark.wrap) return segments
  for (const atom of covered) {
    const segment = segments.at(-1)
    if (!mayHoldControl(atom.run)) continue
    if (segment && areNeighbours(segment[1].run, atom.run)) segment[1] = atom
    else segments.push([atom, atom])
  }
  return segments
}

/** Plain-text, date and list controls may hold no other control, and a phonetic guide holds runs only. */
function mayHoldControl(run: XmlElement): boolean {
  if (run.parent?.name === 'w:rubyBase') return false
  for (let at = run.parent; at && at.name !== 'w:p'; at = at.parent) {
    const properties = at.name === 'w:sdt' ? at.children.find((child) => child.name === 'w:sdtPr') : undefined
    if (properties?.children.some((child) => plainControls.has(child.name))) return false
  }
  return true
}

const plainControls = new Set(['w:text', 'w:date', 'w:dropDownList', 'w:comboBox'])

function areNeighbours(a: XmlElement, b: XmlElement): boolean {
  if (a === b) return true
  if (a.parent !== b.parent) return false
  const siblings = a.parent?.children ?? []
  return siblings.slice(siblings.indexOf(a) + 1, siblings.indexOf(b)).every(mayStandInControl)
}

function mayStandInControl(element: XmlElement): boolean {
  if (element.name !== 'w:r') return rangeMarks.has(element.name)
  return element.children.every(({ name }) => name !== 'w:fldChar' && name !== 'w:instrText')
}

const rangeMarks = new Set([
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
])
