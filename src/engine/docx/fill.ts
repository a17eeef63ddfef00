import { writeAnnex, type Annex } from './annex.ts'
import { addComments } from './comments.ts'
import { editParagraph } from './edit-runs.ts'
import { DocxError } from './errors.ts'
import { draftOf } from './package-draft.ts'
import type { Highlight } from './run-properties.ts'
import type { ReportTemplate } from './template-read.ts'
import type { Mark } from './text-atoms.ts'
import { descendantsOf } from './xml-parse.ts'
import { bookmarkIds } from './unused-ids.ts'
import { inPrefixOf, spliceSource, type Splice } from './xml-write.ts'

/** What becomes of a slot. */
export interface Filling {
  tag: string
  /** New text; absent, the slot keeps what stands in it. */
  text?: string
  /** Characters before and after the slot that the new text replaces too. */
  extend?: { before: number; after: number }
  /**
   * `open`: nothing could be filled (yellow); `carried-over`: last time's words, to confirm or delete (cyan);
   * `filled`: takes away the highlight that said so, or with which the author marked a blank.
   */
  mark?: 'open' | 'carried-over' | 'filled'
  /** Note to the person, as a Word comment on the slot. */
  comment?: string
}

/** A sentence of the template that names last time's facts; columns are those of the template before it is filled. */
export interface CarriedOver {
  line: number
  column: number
  length: number
  comment: string
}

export interface FillOptions {
  carriedOver?: CarriedOver[]
  annex?: Annex
}

const highlights: Record<NonNullable<Filling['mark']>, Highlight> = {
  open: 'yellow',
  'carried-over': 'cyan',
  filled: 'none',
}

/**
 * The template with its slots filled. Text takes the formatting of the first character it replaces; controls and
 * bookmarks stay, so that every figure can be found again. The same input gives the same bytes.
 * Throws `bad-slot` for an unknown tag or overlapping places.
 */
export function fillTemplate(template: ReportTemplate, fillings: Filling[], options: FillOptions = {}): Uint8Array {
  const { report } = template
  const draft = draftOf(report.package)
  const marks = new Map<number, Mark[]>()
  const put = (line: number, mark: Mark) => void marks.set(line, [...(marks.get(line) ?? []), mark])
  const comments: { text: string; mark: Mark }[] = []
  const note = (mark: Mark, text: string | undefined) => void (text && comments.push({ text, mark }))

  for (const filling of fillings) {
    const slot = template.slots.find(({ tag }) => tag === filling.tag)
    if (!slot) throw new DocxError('bad-slot', `模板中没有填空“${filling.tag}”。`)
    const { before = 0, after = 0 } = filling.extend ?? {}
    slot.places.forEach(({ line, column, length }, copy) => {
      const mark: Mark = { column: column - before, length: before + length + after, text: filling.text }
      if (filling.mark) mark.highlight = highlights[filling.mark]
      if (copy === 0) note(mark, filling.comment)
      put(line, mark)
    })
  }
  for (const { line, column, length, comment } of options.carriedOver ?? []) {
    const mark: Mark = { column, length, highlight: highlights['carried-over'] }
    note(mark, comment)
    put(line, mark)
  }

  const ids = addComments(draft, report.package.main, comments.map(({ text }) => text))
  comments.forEach(({ mark }, i) => Object.assign(mark, commentMarks(ids[i] ?? 0)))
  const splices = report.paragraphs.flatMap((paragraph) => {
    const own = marks.get(paragraph.line)
    return own ? editParagraph(report.xml, paragraph, own) : []
  })
  splices.push(...unbound(template))
  if (options.annex) splices.push(annexSplice(template, options.annex, bookmarkIds(draft)()))
  draft.set(report.package.main, spliceSource(report.xml.source, splices))
  return draft.bytes()
}

const commentMarks = (id: number): Pick<Mark, 'before' | 'after' | 'outsideControls'> => ({
  before: `<w:commentRangeStart w:id="${id}"/>`,
  after: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
  outsideControls: true,
})

/**
 * A control of the author that is bound to a data part would show that part's old text when opened, and one that shows
 * its placeholder would lose ours at the first click.
 */
function unbound({ report, slots }: ReportTemplate): Splice[] {
  const lines = new Set(slots.flatMap(({ places }) => places.map(({ line }) => line)))
  const paragraphs = report.paragraphs.filter(({ line }) => lines.has(line))
  return descendantsOf(report.body, 'w:dataBinding', 'w:showingPlcHdr').flatMap((binding) => {
    const control = binding.parent?.parent
    const holds = paragraphs.some(({ pieces }) =>
      pieces.some(({ element }) => control && control.start < element.start && element.end < control.end),
    )
    return holds ? [{ start: binding.start, end: binding.end, xml: '' }] : []
  })
}

/** Before the last section's properties, which end the body. */
function annexSplice({ report }: ReportTemplate, annex: Annex, bookmarkId: number): Splice {
  const last = report.body.children.at(-1)
  const section = last?.name === 'w:sectPr' ? last : null
  const at = section?.start ?? report.body.closeStart
  return { start: at, end: at, xml: inPrefixOf(report.xml, writeAnnex(annex, section, bookmarkId)) }
}
