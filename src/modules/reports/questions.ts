import type { Slot } from '../../engine/claims/slot.ts'
import type { Reader } from '../../platform/database/database.ts'
import { evaluate, firstRecords } from '../metrics/evaluate.ts'
import type { FigureRecord } from '../metrics/evaluate.ts'
import type { Figure, FigureRequest } from '../metrics/figure.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { Answer } from './rules/plan.ts'
import type { ReadReport } from './read.ts'
import { dateWords, earlier, slotPeriod, yearsAway } from './rules/slot-period.ts'

export interface Asked {
  answers: Answer[]
  /** By slot; null where the slot has no figure. */
  figures: (Figure | null)[]
  requests: (FigureRequest | null)[]
}

interface Question {
  catalogue: Catalogue
  read: ReadReport
  /** Those of the report's slots that are asked about. */
  slots: Slot[]
  period: string
  unitId: string | null
  position: number
}

/** Asks the records for everything a report's slots want to know: all figures at once, then the lists. */
export async function askRecords(db: Reader, question: Question): Promise<Asked> {
  const requests = question.slots.map((slot) => requestOf(slot, question))
  const wanted = requests.filter((request) => request !== null)
  const evaluated = await evaluate(db, question.catalogue, wanted, { position: question.position })
  const byRequest = new Map(wanted.map((request, index) => [request, evaluated[index] ?? null]))
  const figures = requests.map((request) => (request === null ? null : (byRequest.get(request) ?? null)))
  const listed = requests.filter((request, index) => request !== null && question.slots[index]?.kind === 'list') as FigureRequest[]
  const lists = await firstRecords(db, question.catalogue, listed, { position: question.position, limit: listedTitles })
  const listOf = new Map(listed.map((request, index) => [request, lists[index] ?? []]))
  const answers = question.slots.map((slot, index) => {
    const request = requests[index] ?? null
    return answerOf(question, slot, figures[index] ?? null, (request === null ? undefined : listOf.get(request)) ?? [])
  })
  return { answers, figures, requests }
}

function requestOf(slot: Slot, question: Question): FigureRequest | null {
  const { catalogue, period, unitId } = question
  if (slot.metric === null || (slot.kind !== 'figure' && slot.kind !== 'list')) return null
  if (!catalogue.metrics.has(slot.metric)) return null
  const away = awayOf(slot, question)
  const asked = away > 0 ? null : slotPeriod(wordsOf(slot, question), earlier(period, -away))
  return asked === null ? null : { metric: slot.metric, facets: slot.facets, unitId, period: asked }
}

function awayOf(slot: Slot, { read }: Question): number {
  return yearsAway(slot, around(slot, read))
}

function wordsOf(slot: Slot, { read }: Question): string | null {
  return slot.period ?? dateWords(slot, around(slot, read))
}

function around(slot: Slot, { document, slots, ownYear }: ReadReport) {
  return { slots, ownYear, paragraph: document.paragraphs.find(({ line }) => line === slot.line)?.text ?? '' }
}

const listedTitles = 12

function answerOf(question: Question, slot: Slot, figure: Figure | null, records: FigureRecord[]): Answer {
  if (figure === null) return { answer: 'none', reason: reasonWithout(slot, question) }
  const metric = question.catalogue.metrics.get(figure.metric)
  if (slot.kind === 'list') return { answer: 'titles', titles: records.map((record) => record.title), total: figure.records }
  if (figure.value === null || metric === undefined) return { answer: 'none', reason: figure.gap ?? '没有可计算的记录' }
  return { answer: 'figure', value: figure.value, measure: metric.measures[0] ?? '', digits: metric.digits }
}

function reasonWithout(slot: Slot, question: Question): string {
  if (slot.metric !== null && awayOf(slot, question) > 0) return '所述年度尚无台账，计划数由人填写'
  if (slot.metric !== null) return `“${wordsOf(slot, question) ?? ''}”不是可以计算的时期`
  if (slot.proposal !== null) return `没有对应的指标；可新记“${slot.proposal.metric}”`
  return '没有对应的指标'
}
