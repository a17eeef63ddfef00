import { describe, expect, it } from 'vitest'
import { shippedReport, shippedReports } from './report-template.ts'
import { shippedCatalogue } from './shipped.ts'

const catalogue = await shippedCatalogue()

describe('shippedReport', () => {
  it('gives the text with an open place for each mark, at its line and column', async () => {
    const report = await shippedReport('annual', catalogue)
    expect(report).toMatchObject({ pack: 'ideology-duty', period: 'year' })
    expect(report.paragraphs[0]).toEqual({ line: 1, text: 'x局关于20xx年意识形态工作责任制落实情况的报告' })
    for (const { line, column, length, text } of report.slots) {
      expect(report.paragraphs[line - 1]?.text.slice(column, column + length)).toBe(text)
    }
    expect(report.paragraphs.map(({ text }) => text).join('')).not.toContain('{{')
  })

  it('binds its figures to metrics in measures that stand behind them', async () => {
    const { slots, paragraphs } = await shippedReport('annual', catalogue)
    const figures = slots.filter(({ kind }) => kind === 'figure')
    expect(figures.length).toBeGreaterThan(25)
    for (const { metric, measure, line, column, length } of figures) {
      expect(catalogue.metrics.get(metric ?? '')?.measures, String(metric)).toContain(measure)
      expect(paragraphs[line - 1]?.text.slice(column + length)).toMatch(new RegExp(`^${measure}`))
    }
    expect(new Set(figures.map(({ form }) => form))).toEqual(new Set(['count', 'share', 'rate', 'change']))
  })

  it('says which reports there are when asked for another', async () => {
    const names = (await shippedReports(catalogue)).map(({ id }) => id)
    await expect(shippedReport('weekly', catalogue)).rejects.toMatchObject({ code: 'no-such-report', message: expect.stringContaining(names.join('、')) })
  })
})
