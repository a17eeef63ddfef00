import type { Paragraph, Proposal, Slot } from '../../../engine/claims/slot.ts'
import { sentenceAt, sentencesOf } from './sentence.ts'
import { wordFigure, type Edit } from './wording.ts'
import { moveYears } from './years.ts'

/** What is known about a slot before it is worded: a figure, the titles of a list, or why there is neither. */
export type Answer =
  | { answer: 'figure'; value: number; measure: string; digits: number }
  | { answer: 'titles'; titles: string[]; total: number }
  | { answer: 'none'; reason: string }

/** A piece of the document that gets a content control of its own. */
export interface PlannedEdit extends Edit {
  tag: string
  line: number
  mark: 'open' | null
}

export interface PlannedFigure {
  slot: number
  text: string
  sentence: string
}

export interface Plan {
  edits: PlannedEdit[]
  figures: PlannedFigure[]
  open: OpenSlot[]
  carriedOver: CarriedOver[]
}

interface OpenSlot extends Place {
  text: string
  kind: Slot['kind']
  sentence: string
  reason: string
  proposal: Proposal | null
}

interface CarriedOver extends Place {
  sentence: string
  reason: string
}

interface Place {
  line: number
  column: number
  length: number
}

interface Question {
  paragraphs: Paragraph[]
  slots: Slot[]
  answers: Answer[]
  ownYear: number | null
  targetYear: number
  round: boolean
}

/**
 * Decides what happens to every slot of a report: filled, moved to the period's year, or left visibly open;
 * and which unchanged sentences still name last year's facts. Invents nothing.
 */
export function planFilling(question: Question): Plan {
  const plan: Plan = { edits: [], figures: [], open: [], carriedOver: [] }
  const textOf = new Map(question.paragraphs.map((paragraph) => [paragraph.line, paragraph.text]))
  question.slots.forEach((slot, index) => {
    const text = textOf.get(slot.line) ?? ''
    const edits = editsOf(slot, text, question, index, plan)
    if (edits === null) {
      leaveOpen(plan, slot, text, index, reasonOf(slot, question.answers[index]))
      return
    }
    edits.forEach((edit, part) => plan.edits.push({ ...edit, tag: tagOf(index, part), line: slot.line, mark: null }))
  })
  plan.edits = withoutOverlaps(plan.edits)
  for (const figure of plan.figures) figure.sentence = filledSentence(plan, question.slots[figure.slot], textOf)
  carryOver(plan, question)
  return plan
}

/** The sentence of a figure as it reads once everything in it is filled. */
function filledSentence(plan: Plan, slot: Slot | undefined, textOf: Map<number, string>): string {
  if (slot === undefined) return ''
  const { start, end, text } = sentenceAt(textOf.get(slot.line) ?? '', slot.column)
  const within = plan.edits.filter((edit) => edit.line === slot.line && edit.column >= start && edit.column + edit.length <= end)
  const replaced = (filled: string, edit: PlannedEdit) =>
    filled.slice(0, edit.column - start) + edit.text + filled.slice(edit.column - start + edit.length)
  return within.reduceRight(replaced, text)
}

const directionTag = '-direction'
const companions = ['', directionTag, '-measure']

function tagOf(slot: number, part: number): string {
  return `slot-${slot + 1}${companions[part] ?? ''}`
}

function editsOf(slot: Slot, text: string, question: Question, index: number, plan: Plan): Edit[] | null {
  const answer = question.answers[index]
  if (slot.kind === 'date') {
    const moved = moveYears(slot, text.slice(slot.column + slot.length), question.ownYear, question.targetYear)
    return moved === null ? null : [{ column: slot.column, length: slot.length, text: moved }]
  }
  if (answer?.answer === 'figure') {
    const wording = wordFigure(slot, text, answer, { round: question.round })
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
  plan.open.push({ line, column, length, text: slot.text, kind, sentence: sentenceAt(text, column).text, reason, proposal })
  plan.edits.push({ tag: tagOf(index, 0), line, column, length, text: slot.text, mark: 'open' })
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

function carryOver(plan: Plan, question: Question): void {
  for (const { line, text } of question.paragraphs) {
    for (const sentence of sentencesOf(text)) {
      const place = { line, column: sentence.start, length: sentence.end - sentence.start }
      const reason = carriedReason(plan, question, { ...place, text: sentence.text })
      if (reason !== null) plan.carriedOver.push({ ...place, sentence: sentence.text, reason })
    }
  }
}

function carriedReason(plan: Plan, question: Question, sentence: Place & { text: string }): string | null {
  const inside = ({ line, column }: { line: number; column: number }) =>
    line === sentence.line && column >= sentence.column && column < sentence.column + sentence.length
  const filled = plan.edits.filter((edit) => edit.mark === null && inside(edit))
  const columns = new Set(filled.map((edit) => edit.column))
  const kept = question.slots.filter((slot) => inside(slot) && slot.filled && slot.kind !== 'date' && !columns.has(slot.column))
  if (kept.length > 0) return `仍是上期内容：${kept.map((slot) => slot.text).slice(0, 4).join('、')}`
  return factIn(sentence.text, filled.length > 0) ?? turnedWord(sentence, filled)
}

const lastYearsDay = /(?<!\d)(?!1月1日|12月31日)\d{1,2}月\d{1,2}日/
const lastYearsFacts: [RegExp, string][] = [
  [/第[一二三四五六七八九十\d]+届/, '写有届次'],
  [/荣获|被评为|获评|被授予/, '写有荣誉'],
]

/** A day stays last year's fact though its year was moved and figures beside it filled; a date of its own line is the signature's. */
function factIn(text: string, filled: boolean): string | null {
  if (lastYearsDay.test(text) && !/^\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*$/.test(text)) return '写有具体日期'
  return filled ? null : (lastYearsFacts.find(([pattern]) => pattern.test(text))?.[1] ?? null)
}

/** 较上年有所下降，下降x%: when the change turned, the words before it still say the old direction. */
function turnedWord(sentence: Place & { text: string }, filled: PlannedEdit[]): string | null {
  for (const edit of filled.filter(({ tag }) => tag.endsWith(directionTag))) {
    const at = edit.column - sentence.column
    const word = sentence.text.slice(at, at + edit.length)
    if (word !== edit.text && word !== '' && sentence.text.slice(0, at).includes(word)) return `前文仍写“${word}”，而这里已是“${edit.text}”`
  }
  return null
}
