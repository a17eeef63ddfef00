import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { Checkpoint } from '../../platform/events/chain.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { firstRecords } from '../metrics/evaluate.ts'
import { parsePeriod } from '../metrics/period.ts'
import { unitTree } from '../org/tree.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { fillReport, ReportView } from './contract.ts'
import { askRecords, type Asked } from './questions.ts'
import { readForm, readStoredReport, type ReadReport } from './read.ts'
import { planFilling, type Plan } from './rules/plan.ts'
import { moveYears } from './rules/years.ts'
import { shownFacets } from './rules/shown-fields.ts'
import { unitNamed } from './unit-named.ts'
import { writeFilledReport } from './word.ts'

export interface Office {
  database: Database
  files: FileStore
  catalogue: Catalogue
}

type Report = z.output<typeof ReportView>
type Order = z.output<typeof fillReport.body>

/**
 * Makes this period's report from an earlier one: every figure evaluated at one log position, the Word file stored,
 * and one event that holds what was said and what it stands on.
 *
 * @throws {Invalid} for a file that is no report or a period that is none; {NotFound} for an unknown unit
 */
export async function makeReport(office: Office, who: { tenantId: number; name: string }, order: Order): Promise<Report> {
  const { database, files, catalogue } = office
  const read = 'form' in order.report ? await readForm(order.report.form, catalogue) : await readStoredReport(files, order.report, catalogue)
  const period = parsePeriod(order.period)
  const targetYear = Number(period.to.slice(0, 4))
  const found = await database.read(who.tenantId, async (db) => {
    const checkpoint = await checkpointOf(db)
    const units = await unitTree(db, { on: period.to, position: checkpoint.position })
    const unitId = order.unit === undefined ? null : unitNamed(order.unit, units.byId)
    const asked = await askRecords(db, { catalogue, read, slots: read.slots, period: order.period, unitId, position: checkpoint.position })
    const plan = planFilling({
      paragraphs: read.document.paragraphs, slots: read.slots, answers: asked.answers, ownYear: read.ownYear, targetYear, round: order.round,
    })
    const examples = order.annex ? await examplesOf(db, catalogue, plan, asked, checkpoint.position) : null
    return { checkpoint, asked, plan, examples, unit: order.unit ?? '全单位' }
  })
  const report = describeReport(office, order, read, found, targetYear)
  const bytes = writeFilledReport(read.document, found.plan, JSON.stringify(bindingsOf(read)), annexOf(report, found))
  const { sha256 } = await files.put(Readable.from([Buffer.from(bytes)]), Number.MAX_SAFE_INTEGER)
  const complete: Report = { ...report, file: { name: `${report.title}.docx`, sha256 }, madeAt: database.clock.now().toISOString() }
  await database.write({ tenantId: who.tenantId, actor: who.name }, async (tx) => {
    tx.append({ type: 'report.made', subject: `report:${complete.reportId}`, content: complete }, async (position) => {
      await tx
        .insertInto('reports')
        .values({
          tenant_id: who.tenantId, report_id: complete.reportId, known_from: position,
          title: complete.title, period: complete.period, unit: complete.unit,
          made_at: tx.recordedAt, figures: complete.figures.length, open_slots: complete.open.length, file_sha256: sha256,
        })
        .execute()
    })
  })
  return complete
}

interface Found {
  checkpoint: Checkpoint
  asked: Asked
  plan: Plan
  /** For each planned figure, how some of its records are named; null where no annex is wanted. */
  examples: string[][] | null
  unit: string
}

const namedRecords = 3

async function examplesOf(db: Reader, catalogue: Catalogue, plan: Plan, asked: Asked, position: number): Promise<string[][]> {
  const requests = plan.figures.map(({ slot }) => {
    const request = asked.requests[slot]
    if (request === null || request === undefined) throw new TypeError('A planned figure was asked for')
    return request
  })
  const lists = await firstRecords(db, catalogue, requests, { position, limit: namedRecords })
  return lists.map((records) =>
    records.map(({ occurredOn, title, source }) => `${occurredOn} ${title}${source === null ? '' : `（${source.sheet} 第${source.row}行）`}`),
  )
}

function describeReport(
  { catalogue }: Office,
  order: Order,
  read: ReadReport,
  { checkpoint, asked, plan, unit }: Found,
  targetYear: number,
): Omit<Report, 'file' | 'madeAt'> {
  const figures = plan.figures.map(({ slot: index, text, sentence }, at) => {
    const slot = read.slots[index]
    const figure = asked.figures[index]
    if (slot === undefined || figure === null || figure === undefined) throw new TypeError('A planned figure stands on a slot with a figure')
    return {
      number: at + 1, line: slot.line, text, before: slot.text, sentence,
      metric: figure.metric, metricTitle: catalogue.metrics.get(figure.metric)?.title ?? figure.metric, pack: figure.pack,
      facets: figure.facets, narrowing: shownFacets(catalogue, figure.metric, figure.facets),
      unit, period: figure.period, value: figure.value, measure: slot.measure,
      numerator: figure.numerator, denominator: figure.denominator, excluded: figure.excluded, records: figure.records, how: figure.how,
    }
  })
  return {
    reportId: randomUUID(), title: movedTitle(read, targetYear), period: order.period, unit, position: checkpoint.position,
    anchor: order.inputs === undefined ? checkpoint : { inputs: order.inputs },
    figures, open: plan.open, carriedOver: plan.carriedOver.map(({ line, sentence, reason }) => ({ line, sentence, reason })),
  }
}

function movedTitle(read: ReadReport, targetYear: number): string {
  const line = read.document.paragraphs.find((paragraph) => paragraph.text.trim() !== '')?.line
  let title = read.document.paragraphs.find((paragraph) => paragraph.line === line)?.text ?? read.title
  for (const slot of read.slots.filter((one) => one.line === line && one.kind === 'date').toReversed()) {
    const moved = moveYears(slot, title.slice(slot.column + slot.length), read.ownYear, targetYear)
    if (moved !== null) title = title.slice(0, slot.column) + moved + title.slice(slot.column + slot.length)
  }
  return title.trim()
}

function annexOf(report: Omit<Report, 'file' | 'madeAt'>, { examples }: Found) {
  if (examples === null) return undefined
  return {
    rows: report.figures.map((figure, at) => ({
      sentence: figure.sentence, metric: figure.metricTitle, value: withMeasure(figure), how: figure.how,
      records: figure.records, examples: examples[at] ?? [],
    })),
    ...('inputs' in report.anchor ? { inputs: report.anchor.inputs } : { inputs: [], checkpoint: `${report.anchor.position}-${report.anchor.hash}` }),
  }
}

/** A figure with its measure, where its words do not say it themselves: 持平, 百分之八十, 85.3%. */
function withMeasure({ text, measure }: { text: string; measure: string | null }): string {
  return measure === null || /持平|百分之|%$/.test(text) ? text : `${text}${measure}`
}

/** What each slot was bound to, kept inside the document so that next year's reading starts from it. */
function bindingsOf(read: ReadReport) {
  return read.slots.map(({ line, column, kind, metric, facets, phrase }) => ({ line, column, kind, metric, facets, phrase }))
}
