import type { Paragraph, Slot } from '../../../engine/claims/slot.ts'
import { byLine } from './by-line.ts'
import { directionTag, type Place, type Plan, type PlannedEdit } from './planned.ts'
import { sentencesOf } from './sentence.ts'

interface CarryingOver {
  editsByLine: Map<number, PlannedEdit[]>
  /** Sentences on which somebody already decided. */
  skips(place: { line: number; column: number }): boolean
}

/** Lists the sentences that still name last period's facts, with what they name. */
export function carryOver(plan: Plan, question: { paragraphs: Paragraph[]; slots: Slot[] }, { editsByLine, skips }: CarryingOver): void {
  const slotsByLine = byLine(question.slots)
  for (const { line, text } of question.paragraphs) {
    const beside = { edits: editsByLine.get(line) ?? [], slots: slotsByLine.get(line) ?? [] }
    for (const sentence of sentencesOf(text)) {
      const place = { line, column: sentence.start, length: sentence.end - sentence.start }
      const reason = skips(place) ? null : carriedReason(beside, { ...place, text: sentence.text })
      if (reason !== null) plan.carriedOver.push({ ...place, sentence: sentence.text, reason })
    }
  }
}

function carriedReason({ edits, slots }: { edits: PlannedEdit[]; slots: Slot[] }, sentence: Place & { text: string }): string | null {
  const inside = ({ column }: { column: number }) => column >= sentence.column && column < sentence.column + sentence.length
  const filled = edits.filter((edit) => edit.mark === null && inside(edit))
  const columns = new Set(filled.map((edit) => edit.column))
  const kept = slots.filter((slot) => inside(slot) && slot.filled && slot.kind !== 'date' && !columns.has(slot.column))
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
