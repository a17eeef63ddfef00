import { describe, expect, it } from 'vitest'
import { shippedForm } from './report-body.ts'
import { shippedReports } from './report-template.ts'
import { shippedCatalogue } from './shipped.ts'

const catalogue = await shippedCatalogue()
const reports = await shippedReports(catalogue)

describe('the body of a pack’s report', () => {
  it('opens as a form with every place of the text', async () => {
    const [report] = reports
    const form = await shippedForm(report?.id ?? '', catalogue)
    expect(form.slots.length).toBe(report?.slots.length)
    const textAt = (line: number) => form.document.paragraphs.find((paragraph) => paragraph.line === line)?.text ?? ''
    expect(form.slots.map((slot) => textAt(slot.line).slice(slot.column, slot.column + slot.length))).toEqual(report?.slots.map(({ text }) => text))
  })
})
