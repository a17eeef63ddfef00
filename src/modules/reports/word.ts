import type { Annex } from '../../engine/docx/annex.ts'
import { fillTemplate } from '../../engine/docx/fill.ts'
import { writeTextReport } from '../../engine/docx/gongwen-recognise.ts'
import { readDocx, type WordReport } from '../../engine/docx/read-docx.ts'
import type { ReportDocument } from '../../engine/docx/read-report.ts'
import { makeTemplate } from '../../engine/docx/template-make.ts'
import { readTemplate } from '../../engine/docx/template-read.ts'
import type { Plan } from './rules/plan.ts'

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
    plan.edits.filter((edit) => !lost.has(edit.tag)).map((edit) => (edit.mark === 'open' ? { tag: edit.tag, mark: 'open' as const } : { tag: edit.tag, text: edit.text, mark: 'filled' as const })),
    {
      carriedOver: plan.carriedOver.map((sentence) => ({ ...placeOf(sentence), comment: `沿用上期内容，请确认或删除（${sentence.reason}）` })),
      ...(annex === undefined ? {} : { annex }),
    },
  )
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
