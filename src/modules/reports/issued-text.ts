import type { z } from 'zod'
import { readTemplate } from '../../engine/docx/template-read.ts'
import type { readReportText } from './contract/made.ts'
import type { Report } from './describe.ts'
import { byLine } from './rules/by-line.ts'

type Text = z.output<typeof readReportText.reply>
type Place = Text['paragraphs'][number]['places'][number]

/** The text of an issued Word file with the places that its content controls mark; the annex is no part of it. */
export function issuedText(report: Report, bytes: Uint8Array): Text {
  const { report: document, slots } = readTemplate(bytes)
  const numbers = new Map(report.figures.map(({ slot, number }) => [slot, number]))
  const byHand = new Set(report.byHand.map(({ slot }) => slot))
  const open = new Set(report.open.map(({ slot }) => slot))
  const places = slots.flatMap(({ tag, places: [first] }): (Place & { line: number })[] => {
    const slot = Number(/^slot-(\d+)$/.exec(tag)?.[1])
    if (!Number.isInteger(slot) || first.length === 0) return []
    const number = numbers.get(slot) ?? null
    const state = number !== null ? 'figure' : byHand.has(slot) ? 'by-hand' : open.has(slot) ? 'open' : 'other'
    return [{ line: first.line, column: first.column, length: first.length, slot, number, state }]
  })
  const placesByLine = byLine(places)
  return {
    paragraphs: document.paragraphs.map(({ line, text }) => ({
      line, text, places: (placesByLine.get(line) ?? []).map(({ column, length, slot, number, state }) => ({ column, length, slot, number, state })),
    })),
  }
}
