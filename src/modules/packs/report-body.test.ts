import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { bodyPath, shippedForm, writeReportBody } from './report-body.ts'
import { shippedReports } from './report-template.ts'
import { shippedCatalogue } from './shipped.ts'

const catalogue = await shippedCatalogue()
const reports = await shippedReports(catalogue)

describe('the body of a pack’s report', () => {
  it.each(reports.map((report) => [report.id, report] as const))('is the text of %s in the official layout', async (_, report) => {
    expect(Buffer.from(writeReportBody(report)).equals(await readFile(await bodyPath(report)))).toBe(true)
  })

  it('opens as a form with every place of the text', async () => {
    const [report] = reports
    const form = await shippedForm(report?.id ?? '', catalogue)
    expect(form.slots.length).toBe(report?.slots.length)
    const textAt = (line: number) => form.document.paragraphs.find((paragraph) => paragraph.line === line)?.text ?? ''
    expect(form.slots.map((slot) => textAt(slot.line).slice(slot.column, slot.column + slot.length))).toEqual(report?.slots.map(({ text }) => text))
  })
})
