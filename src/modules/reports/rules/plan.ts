import type { Paragraph, Slot } from '../../../engine/claims/slot.ts'
import { byLine } from './by-line.ts'
import { carryOver } from './carried-over.ts'
import { directionTag, type Place, type Plan, type PlannedEdit } from './planned.ts'
import { sentenceAt } from './sentence.ts'
import { wordFigure, type Edit } from './wording.ts'
import { moveYears } from './years.ts'

/**
 * What is known about a slot before it is worded: a figure, the titles of a list, a person's words, that it stands as it
 * is, that its year moves with the period, or why there is nothing.
 */
export type Answer =
  | { answer: 'figure'; value: number; measure: string; digits: number; round?: boolean | undefined }
  | { answer: 'titles'; titles: string[]; total: number }
  | { answer: 'words'; words: string }
  | { answer: 'kept' }
  | { answer: 'year' }
  | { answer: 'none'; reason: string }

/** A sentence on which somebody decided: it stands for this period too, or it goes. */
export interface DecidedSentence {
  line: number
  column: number
  decision: 'confirmed' | 'deleted'
}

interface Question {
  paragraphs: Paragraph[]
  slots: Slot[]
  answers: Answer[]
  ownYear: number | null
  targetYear: number
  round: boolean
  sentences?: DecidedSentence[]
}

/**
 * Decides what happens to every slot of a report: filled, moved to the period's year, or left visibly open;
 * and which unchanged sentences still name last year's facts. Invents nothing.
 */
export function planFilling(question: Question): Plan {
  const plan: Plan = { edits: [], figures: [], open: [], carriedOver: [] }
  const textOf = new Map(question.paragraphs.map((paragraph) => [paragraph.line, paragraph.text]))
  const decided = decidedSentences(question, textOf)
  for (const sentence of decided.deleted) plan.edits.push({ ...sentence, tag: `gone-${sentence.line}-${sentence.column}`, slot: null, text: '', mark: null })
  question.slots.forEach((slot, index) => {
    if (decided.covers('deleted', slot)) return
    const text = textOf.get(slot.line) ?? ''
    const edits = editsOf(slot, text, question, index, plan)
    if (edits !== null) {
      edits.forEach((edit, part) => plan.edits.push({ ...edit, tag: tagOf(index, part), slot: index, line: slot.line, mark: null }))
    } else if (!slot.filled || !decided.covers('confirmed', slot)) {
      leaveOpen(plan, slot, text, index, reasonOf(slot, question.answers[index]))
    }
  })
  plan.edits = withoutOverlaps(plan.edits)
  const editsByLine = byLine(plan.edits)
  for (const figure of plan.figures) figure.sentence = filledSentence(editsByLine, question.slots[figure.slot], textOf)
  carryOver(plan, question, { editsByLine, skips: (place) => decided.covers('confirmed', place) || decided.covers('deleted', place) })
  return plan
}

interface Decided {
  deleted: Place[]
  covers(decision: DecidedSentence['decision'], place: { line: number; column: number }): boolean
}

/** The sentences on which somebody decided, with their ends; one that the text does not have is left out. */
function decidedSentences({ sentences = [] }: Question, textOf: Map<number, string>): Decided {
  const places = sentences.flatMap(({ line, column, decision }) => {
    const { start, end } = sentenceAt(textOf.get(line) ?? '', column)
    return end > start ? [{ line, column: start, length: end - start, decision }] : []
  })
  const placesByLine = byLine(places)
  return {
    deleted: places.filter(({ decision }) => decision === 'deleted').map(({ line, column, length }) => ({ line, column, length })),
    covers: (decision, { line, column }) =>
      (placesByLine.get(line) ?? []).some((one) => one.decision === decision && column >= one.column && column < one.column + one.length),
  }
}

/** The sentence of a figure as it reads once everything in it is filled. */
function filledSentence(editsByLine: Map<number, PlannedEdit[]>, slot: Slot | undefined, textOf: Map<number, string>): string {
  if (slot === undefined) return ''
  const { start, end, text } = sentenceAt(textOf.get(slot.line) ?? '', slot.column)
  const within = (editsByLine.get(slot.line) ?? []).filter((edit) => edit.column >= start && edit.column + edit.length <= end)
  const replaced = (filled: string, edit: PlannedEdit) =>
    filled.slice(0, edit.column - start) + edit.text + filled.slice(edit.column - start + edit.length)
  return within.reduceRight(replaced, text)
}

const companions = ['', directionTag, '-measure']

function tagOf(slot: number, part: number): string {
  return `slot-${slot + 1}${companions[part] ?? ''}`
}

function editsOf(slot: Slot, text: string, question: Question, index: number, plan: Plan): Edit[] | null {
  const answer = question.answers[index]
  if (answer?.answer === 'words') return [{ column: slot.column, length: slot.length, text: answer.words }]
  if (answer?.answer === 'kept') return [{ column: slot.column, length: slot.length, text: slot.text }]
  if (answer?.answer === 'year') {
    const moved = moveYears(slot, text.slice(slot.column + slot.length), question.ownYear, question.targetYear)
    return moved === null ? null : [{ column: slot.column, length: slot.length, text: moved }]
  }
  if (answer?.answer === 'figure') {
    const wording = wordFigure(slot, text, answer, { round: answer.round ?? question.round })
    plan.figures.push({ slot: index, text: wording.text, sentence: '' })
    return wording.edits
  }
  if (answer?.answer === 'titles' && answer.titles.length > 0) {
    return [{ column: slot.column, length: slot.length, text: wordTitles(slot, text, answer) }]
  }
  return null
}

/** Titles in the marks the list had, as many as it had (three at least), then 等 where more exist. */
function wordTitles(slot: Slot, text: string, answer: { titles: string[]; total: number }): string {
  const [open, close] = slot.text.startsWith('《') ? ['《', '》'] : ['“', '”']
  const bare = answer.titles.map((title) => new RegExp(`${open}(.+?)${close}`).exec(title)?.[1] ?? title)
  const shown = [...new Set(bare)].slice(0, Math.max(3, slot.text.split(close).length - 1))
  const more = answer.total > shown.length && !text.slice(slot.column + slot.length).startsWith('等')
  return shown.map((title) => `${open}${title}${close}`).join('') + (more ? '等' : '')
}

function reasonOf(slot: Slot, answer: Answer | undefined): string {
  if (slot.kind === 'name') return '名称由人填写'
  if (slot.kind === 'date') return '日期由人填写'
  return answer?.answer === 'none' ? answer.reason : '台账中没有对应的记录'
}

function leaveOpen(plan: Plan, slot: Slot, text: string, index: number, reason: string): void {
  const { line, column, length, kind, proposal } = slot
  if (slot.filled && kind !== 'figure') return
  plan.open.push({ slot: index, line, column, length, text: slot.text, kind, sentence: sentenceAt(text, column).text, reason, proposal })
  plan.edits.push({ tag: tagOf(index, 0), slot: index, line, column, length, text: slot.text, mark: 'open' })
}

/** A direction word shared by two changes belongs to the first of them. */
function withoutOverlaps(edits: PlannedEdit[]): PlannedEdit[] {
  const kept: PlannedEdit[] = []
  for (const edit of [...edits].sort((a, b) => a.line - b.line || a.column - b.column || b.length - a.length)) {
    const previous = kept.at(-1)
    if (previous === undefined || previous.line !== edit.line || previous.column + previous.length <= edit.column) kept.push(edit)
  }
  return kept
}
