import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeTextReport } from '../../engine/docx/gongwen-recognise.ts'
import { readDocx, type WordReport } from '../../engine/docx/read-docx.ts'
import { makeTemplate } from '../../engine/docx/template-make.ts'
import { readTemplate } from '../../engine/docx/template-read.ts'
import type { Slot } from '../../engine/claims/slot.ts'
import { shippedReport, type TemplateReport } from './report-template.ts'
import type { Catalogue } from './schema/pack.ts'
import { shippedPacks } from './shipped.ts'

/** `body.docx` of a pack's report: its text laid out as GB/T 9704 asks, a content control around each open place. */
export function writeReportBody(report: TemplateReport): Uint8Array {
  const { bytes, places } = writeTextReport({ format: 'text', paragraphs: report.paragraphs })
  const slots = report.slots.flatMap((slot, index) => {
    const place = places.get(slot.line)
    return place === undefined ? [] : [{ tag: tagOf(index), title: slot.phrase, line: place.line, column: slot.column - place.column, length: slot.length }]
  })
  return makeTemplate(readDocx(bytes), slots).bytes
}

export interface ReportForm {
  title: string
  bytes: Uint8Array
  document: WordReport
  /** The open places of the form, where they stand in the document. */
  slots: Slot[]
}

/**
 * A report form that comes with the program, read from its pack's `body.docx`.
 *
 * @throws {NotFound} `no-such-report`
 */
export async function shippedForm(id: string, catalogue: Catalogue): Promise<ReportForm> {
  const report = await shippedReport(id, catalogue)
  const bytes = await shippedBody(report)
  const template = readTemplate(bytes)
  const slots = report.slots.flatMap((slot, index) => {
    const place = template.slots.find(({ tag }) => tag === tagOf(index))?.places[0]
    return place === undefined ? [] : [{ ...slot, line: place.line, column: place.column, length: place.length }]
  })
  return { title: report.title, bytes, document: template.report, slots }
}

async function shippedBody(report: TemplateReport): Promise<Buffer> {
  const dir = (await shippedPacks()).find((folder) => path.basename(folder) === report.pack) ?? ''
  return readFile(path.join(dir, 'reports', report.id, 'body.docx'))
}

const tagOf = (index: number): string => `place-${index + 1}`
