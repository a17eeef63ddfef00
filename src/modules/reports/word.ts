import type { Annex } from '../../engine/docx/annex.ts'
import { fillTemplate, type Filling } from '../../engine/docx/fill.ts'
import { writeTextReport } from '../../engine/docx/gongwen-recognise.ts'
import { readDocx, type WordReport } from '../../engine/docx/read-docx.ts'
import type { ReportDocument } from '../../engine/docx/read-report.ts'
import { makeTemplate } from '../../engine/docx/template-make.ts'
import { readTemplate } from '../../engine/docx/template-read.ts'
import type { Plan } from './rules/planned.ts'

interface Place {
  line: number
  column: number
  length: number
}

/**
 * The report as a Word file with its plan carried out: the user's own document with a content control around each
 * slot, or a text report laid out as GB/T 9704 asks. The same document, plan and annex give the same bytes.
 */
export function writeFilledReport(document: ReportDocument, plan: Plan, bindings: string, annex: Annex | undefined): Uint8Array {
  const { report, placeOf } = asWord(document)
  const slots = plan.edits.map((edit) => ({ tag: edit.tag, ...placeOf(edit) }))
  const made = makeTemplate(report, slots, bindings)
  const template = readTemplate(made.bytes, made.anchors)
  const lost = new Set(template.lost)
  return fillTemplate(
    template,
    plan.edits.filter((edit) => !lost.has(edit.tag)).map(fillingOf),
    {
      carriedOver: plan.carriedOver.map((sentence) => ({ ...placeOf(sentence), comment: `沿用上期内容，请确认或删除（${sentence.reason}）` })),
      ...(annex === undefined ? {} : { annex }),
    },
  )
}

/** A computed nought is filled like any figure, but the author is asked whether the ledger was kept in full. */
function fillingOf(edit: Plan['edits'][number]): Filling {
  if (edit.mark === 'open') return { tag: edit.tag, mark: 'open' }
  const nought = edit.text === '0' || edit.text === '零'
  return { tag: edit.tag, text: edit.text, mark: 'filled', ...(nought ? { comment: '台账记有这类工作，但没有一条符合这里的限定，故为 0；请确认登记完整' } : {}) }
}

function asWord(document: ReportDocument): { report: WordReport; placeOf(place: Place): Place } {
  if (document.format === 'docx') return { report: document, placeOf: ({ line, column, length }) => ({ line, column, length }) }
  const { bytes, places } = writeTextReport(document)
  return {
    report: readDocx(bytes),
    placeOf: ({ line, column, length }) => {
      const moved = places.get(line)
      return moved === undefined ? { line, column, length } : { line: moved.line, column: column - moved.column, length }
    },
  }
}
