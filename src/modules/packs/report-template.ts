import path from 'node:path'
import type { Paragraph, Slot, SlotForm } from '../../engine/claims/slot.ts'
import { NotFound } from '../../platform/errors.ts'
import { readPack } from './read-pack.ts'
import type { Metric } from './schema/metric.ts'
import type { Catalogue } from './schema/pack.ts'
import type { Mark } from './schema/report-template.ts'
import { shippedPacks } from './shipped.ts'

/** A report as a pack ships it: its text with open places, and what goes there, as if a report had been scanned. */
export interface TemplateReport {
  id: string
  pack: string
  title: string
  period: 'year' | 'half-year' | 'quarter' | 'month'
  paragraphs: Paragraph[]
  slots: Slot[]
}

/** The report templates of the packs that come with the program. */
export async function shippedReports(catalogue: Catalogue): Promise<TemplateReport[]> {
  const found = await Promise.all((await shippedPacks()).map((dir) => reportsOf(dir, catalogue)))
  return found.flat()
}

/** The report templates of one pack folder, in name order. */
export async function reportsOf(dir: string, catalogue: Catalogue): Promise<TemplateReport[]> {
  const { reports, manifest } = await readPack(dir)
  const pack = manifest?.value.id ?? path.basename(dir)
  return reports.map(({ id, value, body }) => {
    const { title, period, marks } = value
    return { id, pack, title, period, ...openPlaces(body, (mark) => marks[mark], catalogue) }
  })
}

/** @throws {NotFound} `no-such-report` */
export async function shippedReport(id: string, catalogue: Catalogue): Promise<TemplateReport> {
  const reports = await shippedReports(catalogue)
  const report = reports.find((candidate) => candidate.id === id)
  if (report) return report
  throw new NotFound('no-such-report', `没有报告“${id}”，现有：${reports.map((candidate) => candidate.id).join('、')}`)
}

export const markPattern = /\{\{([^{}]*)\}\}/g

/** Puts an open place where each mark stands, and tells the place by line and column. */
function openPlaces(body: string, markOf: (id: string) => Mark | undefined, catalogue: Catalogue) {
  const paragraphs: Paragraph[] = []
  const slots: Slot[] = []
  body.split(/\r?\n/).forEach((source, index) => {
    const line = index + 1
    let text = ''
    let from = 0
    for (const match of source.matchAll(markPattern)) {
      text += source.slice(from, match.index)
      from = match.index + match[0].length
      const mark = markOf((match[1] ?? '').trim())
      if (mark === undefined) continue
      const slot = { ...slotOf(mark, catalogue), line, column: text.length }
      slots.push(slot)
      text += slot.text
    }
    paragraphs.push({ line, text: text + source.slice(from) })
  })
  return { paragraphs, slots }
}

function slotOf(mark: Mark, catalogue: Catalogue): Slot {
  if ('name' in mark) return place('name', mark.name, {})
  if ('date' in mark) return place('date', mark.date, {})
  if ('list' in mark) return place('list', '《x》', { metric: mark.list, facets: mark.facets, phrase: titleOf(mark.list, catalogue) })
  const metric = catalogue.metrics.get(mark.metric)
  return place('figure', 'x', {
    form: metric === undefined ? 'count' : slotForm(metric),
    measure: mark.measure ?? metric?.measures[0] ?? null,
    metric: mark.metric,
    facets: mark.facets,
    phrase: titleOf(mark.metric, catalogue),
    period: mark.period ?? null,
  })
}

function place(kind: Slot['kind'], text: string, known: Partial<Slot>): Slot {
  return {
    line: 0, column: 0, length: text.length, text, kind, form: null, measure: null, phrase: '', metric: null, facets: {},
    proposal: null, certainty: 1, filled: false, period: null, value: null, ...known,
  }
}

function titleOf(metric: string, catalogue: Catalogue): string {
  return catalogue.metrics.get(metric)?.title ?? metric
}

/** A latest number is told by its measure: 位 is a rank, 分 a score, % a rate. */
function slotForm({ form, measures }: Metric): SlotForm {
  if (form === 'share' || form === 'rate' || form === 'change') return form
  if (form === 'latest' && (measures[0] === '名' || measures[0] === '位')) return 'rank'
  if (form === 'latest' && measures[0] === '分') return 'score'
  return form === 'latest' && measures[0] === '%' ? 'rate' : 'count'
}
