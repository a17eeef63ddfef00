import type { Slot } from '../../engine/claims/slot.ts'
import type { Reader } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { evaluate, firstRecords } from '../metrics/evaluate.ts'
import type { FigureRecord } from '../metrics/evaluate.ts'
import type { Figure, FigureRequest } from '../metrics/figure.ts'
import { questionOf } from '../metrics/question.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { firstBinding, type Binding } from './rules/binding.ts'
import type { Answer } from './rules/plan.ts'
import type { ReadReport } from './read.ts'
import { dateWords, earlier, slotPeriod, yearsAway } from './rules/slot-period.ts'

export interface Asked {
  answers: Answer[]
  /** By slot; null where the slot has no figure. */
  figures: (Figure | null)[]
  /** The same figures a year earlier, where that was asked for; null for changes, which say it themselves. */
  before: (Figure | null)[]
  requests: (FigureRequest | null)[]
}

export interface Question {
  catalogue: Catalogue
  read: Pick<ReadReport, 'document' | 'slots' | 'ownYear'>
  /** Those of the report's slots that are asked about. */
  slots: Slot[]
  /** What each of them is bound to; what the recogniser read where it is left out. */
  bindings?: Binding[]
  period: string
  unitId: string | null
  position: number
  /** Asks for every figure a year earlier too. */
  compared?: boolean
}

/** Asks the records for everything a report's slots want to know: all figures at once, then the lists. */
export async function askRecords(db: Reader, question: Question): Promise<Asked> {
  const bindings = question.bindings ?? question.slots.map(firstBinding)
  const sought = question.slots.map((slot, index) => soughtBy(slot, bindings[index] ?? { by: 'open' }, question))
  const requests = sought.map((one) => ('request' in one ? one.request : null))
  const earlierOnes = requests.map((request) => (question.compared === true && request !== null ? aYearEarlier(request, question.catalogue) : null))
  const wanted = [...requests, ...earlierOnes].filter((request) => request !== null)
  const evaluated = await evaluate(db, question.catalogue, wanted, { position: question.position })
  const byRequest = new Map(wanted.map((request, index) => [request, evaluated[index] ?? null]))
  const figureOf = (request: FigureRequest | null) => (request === null ? null : (byRequest.get(request) ?? null))
  const listed = requests.filter((request, index) => request !== null && question.slots[index]?.kind === 'list') as FigureRequest[]
  const lists = await firstRecords(db, question.catalogue, listed, { position: question.position, limit: listedTitles })
  const listOf = new Map(listed.map((request, index) => [request, lists[index] ?? []]))
  const answers = question.slots.map((slot, index): Answer => {
    const one = sought[index]
    if (one === undefined || !('request' in one)) return one ?? { answer: 'none', reason: '' }
    return answerOf(question, slot, { figure: figureOf(one.request), records: listOf.get(one.request) ?? [], round: one.round })
  })
  return { answers, figures: requests.map(figureOf), before: earlierOnes.map(figureOf), requests }
}

type Sought = Answer | { request: FigureRequest; round: boolean | undefined }

/** What a binding asks of the records, or the answer that needs none. */
function soughtBy(slot: Slot, binding: Binding, question: Question): Sought {
  if (binding.by === 'hand') return { answer: 'words', words: binding.text }
  if (binding.by === 'kept' || binding.by === 'year') return { answer: binding.by }
  if (binding.by === 'open') return { answer: 'none', reason: reasonOpen(slot) }
  const period = binding.period ?? periodOf(slot, question)
  if (period === null) return { answer: 'none', reason: reasonWithoutPeriod(slot, question) }
  const unitId = binding.unitId === undefined ? question.unitId : binding.unitId
  const request = { metric: binding.metric, facets: binding.facets, unitId, period }
  const refusal = refusalOf(question.catalogue, request)
  return refusal === null ? { request, round: binding.round } : { answer: 'none', reason: refusal }
}

/** A draft outlives its packs: what the catalogue no longer knows leaves one slot open, not the whole report unread. */
function refusalOf(catalogue: Catalogue, request: FigureRequest): string | null {
  try {
    questionOf(catalogue, request)
    return null
  } catch (error) {
    if (error instanceof Invalid) return error.message
    throw error
  }
}

function aYearEarlier(request: FigureRequest, catalogue: Catalogue): FigureRequest | null {
  if (catalogue.metrics.get(request.metric)?.form === 'change') return null
  return { ...request, period: earlier(request.period, 1) }
}

function periodOf(slot: Slot, question: Question): string | null {
  const away = awayOf(slot, question)
  return away > 0 ? null : slotPeriod(wordsOf(slot, question), earlier(question.period, -away))
}

function awayOf(slot: Slot, { read }: Question): number {
  return yearsAway(slot, around(slot, read))
}

function wordsOf(slot: Slot, { read }: Question): string | null {
  return slot.period ?? dateWords(slot, around(slot, read))
}

function around(slot: Slot, { document, slots, ownYear }: Question['read']) {
  return { slots, ownYear, paragraph: document.paragraphs.find(({ line }) => line === slot.line)?.text ?? '' }
}

const listedTitles = 12

function answerOf(
  { catalogue }: Question,
  slot: Slot,
  { figure, records, round }: { figure: Figure | null; records: FigureRecord[]; round: boolean | undefined },
): Answer {
  const metric = catalogue.metrics.get(figure?.metric ?? '')
  if (figure === null || metric === undefined) return { answer: 'none', reason: '没有可计算的记录' }
  if (slot.kind === 'list') return { answer: 'titles', titles: records.map((record) => record.title), total: figure.records }
  if (figure.value === null) return { answer: 'none', reason: figure.gap ?? '没有可计算的记录' }
  return { answer: 'figure', value: figure.value, measure: metric.measures[0] ?? '', digits: metric.digits, round }
}

function reasonWithoutPeriod(slot: Slot, question: Question): string {
  if (awayOf(slot, question) > 0) return '所述年度尚无台账，计划数由人填写'
  return `“${wordsOf(slot, question) ?? ''}”不是可以计算的时期`
}

function reasonOpen({ kind, proposal }: Slot): string {
  if (kind === 'name') return '名称由人填写'
  return proposal === null ? '没有对应的指标' : `没有对应的指标；可新记“${proposal.metric}”`
}
