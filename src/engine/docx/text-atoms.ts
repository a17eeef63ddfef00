import { DocxError } from './errors.ts'
import type { Piece, WordParagraph } from './paragraphs.ts'
import type { Highlight } from './run-properties.ts'
import type { XmlElement } from './xml-parse.ts'

/** A stretch of a paragraph to change or to mark. Marks may nest; those with `text` or `wrap` must not overlap. */
export interface Mark {
  column: number
  length: number
  /** New text; the formatting of the first character replaced stays. Undefined keeps what stands there. */
  text?: string
  highlight?: Highlight
  /** XML set once before and after the stretch. */
  before?: string
  after?: string
  /** Sets `before` and `after` outside the content controls that they would stand in. */
  outsideControls?: boolean
  /** Opening and closing XML around each part of the stretch whose runs are neighbours, given the run properties. */
  wrap?: (properties: string) => [string, string]
}

/** The smallest part of a run that one set of marks covers; `text` is null where the element stays as it is. */
export interface Atom {
  run: XmlElement
  element: XmlElement
  from: number
  to: number
  text: string | null
  marks: Mark[]
}

/** Cuts the runs of a paragraph at the ends of the marks. Throws `bad-slot` for a mark outside the text. */
export function atomsOf(paragraph: WordParagraph, marks: Mark[]): Atom[] {
  for (const mark of marks) checkMark(paragraph, mark)
  checkOverlaps(paragraph.line, marks)
  const ends = marks.flatMap((mark) => [mark.column, mark.column + mark.length])
  const cuts = [...new Set(ends)].toSorted((a, b) => a - b)
  const pieces = new Map(paragraph.pieces.map((piece) => [piece.element, piece]))
  const atoms: Atom[] = []
  let column = 0
  for (const run of new Set(paragraph.pieces.map((piece) => piece.run))) {
    for (const element of run.children) {
      if (element.name === 'w:rPr') continue
      const piece = pieces.get(element)
      if (piece) {
        atoms.push(...cutPiece(piece, cuts, marks))
        column = piece.column + piece.text.length
      } else {
        const around = marks.filter(strictlyAround(column))
        atoms.push({ run, element, from: column, to: column, text: null, marks: around })
      }
    }
  }
  for (const mark of marks) if (mark.length === 0) hostEmptyMark(atoms, mark)
  replaceTexts(atoms, marks)
  return atoms
}

function checkMark(paragraph: WordParagraph, { column, length }: Mark): void {
  const { line, pieces } = paragraph
  // Not `paragraph.text`, which is empty where the paragraph repeats another.
  const text = pieces.map((piece) => piece.text).join('')
  const end = column + length
  const isWhole = Number.isInteger(column) && Number.isInteger(length)
  const inside = isWhole && column >= 0 && length >= 0 && end <= text.length
  const splits = [column, end].some((at) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)))
  if (!inside || splits) {
    throw new DocxError('bad-slot', `第 ${line} 段没有第 ${column} 至 ${end} 个字符的位置（共 ${text.length} 个字符）。`)
  }
}

function checkOverlaps(line: number, marks: Mark[]): void {
  const exclusive = marks.filter((mark) => mark.text !== undefined || mark.wrap)
  exclusive.toSorted((a, b) => a.column - b.column || a.length - b.length).reduce((end, { column, length }) => {
    if (column < end) throw new DocxError('bad-slot', `第 ${line} 段第 ${column} 个字符处的填空与前一个重叠。`)
    return column + length
  }, 0)
}

function cutPiece(piece: Piece, cuts: number[], marks: Mark[]): Atom[] {
  const { run, element, column } = piece
  const end = column + piece.text.length
  const inner = element.name === 'w:t' ? cuts.filter((cut) => cut > column && cut < end) : []
  const ends = [...inner, end]
  return ends.map((to, i) => {
    const from = ends[i - 1] ?? column
    const text = inner.length > 0 ? piece.text.slice(from - column, to - column) : null
    const own = marks.filter(from === to ? strictlyAround(from) : covering(from, to))
    return { run, element, from, to, text, marks: own }
  })
}

const covering = (from: number, to: number) => (mark: Mark) => mark.column <= from && to <= mark.column + mark.length

const strictlyAround = (column: number) => (mark: Mark) => mark.column < column && column < mark.column + mark.length

/** An empty stretch lives in an empty w:t where there is one, else between the two characters it stands between. */
function hostEmptyMark(atoms: Atom[], mark: Mark): void {
  const { column } = mark
  const texts = atoms.filter(({ element }) => element.name === 'w:t')
  const empty = texts.find(({ from, to, marks }) => from === column && to === column && marks.length === 0)
  if (empty) return void (empty.marks = [mark])
  const left = texts.find(({ to }) => to === column) ?? texts.find(({ from }) => from === column)
  if (!left) throw new DocxError('bad-slot', `第 ${column} 个字符处没有可填写的文字。`)
  const marks = [...left.marks.filter(strictlyAround(column)), mark]
  const host: Atom = { run: left.run, element: left.element, from: column, to: column, text: '', marks }
  atoms.splice(atoms.indexOf(left) + (left.to === column ? 1 : 0), 0, host)
  left.text ??= left.element.text
}

function replaceTexts(atoms: Atom[], marks: Mark[]): void {
  for (const mark of marks) {
    let text = mark.text
    if (text === undefined) continue
    for (const atom of atoms) {
      if (!atom.marks.includes(mark) || !isReplaceable(atom)) continue
      atom.text = text
      text = ''
    }
  }
}

/** Page breaks, drawings and the like stay where text around them is replaced. */
const isReplaceable = ({ element, from, to }: Atom) => element.name === 'w:t' || to > from
