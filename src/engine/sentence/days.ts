import { chineseValue } from '../claims/numerals.ts'
import type { Found } from './lexicon.ts'

export interface Day extends Found {
  /** 'YYYY-MM-DD' */
  value: string
}

const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const range = `(?:\\s*(?:至|到|—|–|-|~|～)\\s*(?:${number}月)?${number}[日号])?`
const years = '(?:(\\d{4})年|([二〇零一三四五六七八九]{4})年|(今年|本年|去年|上年|前年))?'

type Reader = (match: RegExpExecArray, today: string) => string | null

/** The spellings of a day, the surest first; a day found by one is left alone by those after it. */
const spellings: [RegExp, Reader][] = [
  [/(?<!\d)((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g, (match) => dayOf(Number(match[1]), Number(match[2]), Number(match[3]))],
  [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/g, (match) => dayOf(Number(match[1]), Number(match[2]), Number(match[3]))],
  [new RegExp(`${years}\\s*(${number})月\\s*(${number})[日号]?(?!份)${range}`, 'g'), ofMonth],
  [/(?:(上上|上|本|这|下)个?)?(?:周|星期|礼拜)([一二三四五六日天])(?![年月前后])/g, ofWeek],
  [/大前天|前天|昨天|昨日|昨晚|今天|今日|今早|今晨|今晚|明天|明日/g, (match, today) => shifted(today, relative[match[0].slice(0, match[0] === '大前天' ? 3 : 1)] ?? 0)],
  [new RegExp(`(?:(上|本|这)个?月)(${number})[日号]${range}`, 'g'), (match, today) => ofThatMonth(today, match[1] === '上' ? -1 : 0, valueOf(match[2]))],
  [new RegExp(`(?<![\\d月第〕\\])）])(${number})[日号](?!楼|文|会议室|厅|线|令|院|车|门)${range}`, 'g'), (match, today) => latestOfMonth(today, valueOf(match[1]))],
  [/^\s*(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?=\D|$)(?![.%]|[万千百亿元个人次件条份篇米吨分])/g, (match, today) => latest(today, Number(match[1]), Number(match[2]))],
]

const relative: Record<string, number> = { 大前天: -3, 前: -2, 昨: -1, 今: 0, 明: 1 }

/** The days that a sentence names, in its order; years left out are those of the latest such day. */
export function daysIn(text: string, today: string): Day[] {
  const days: Day[] = []
  for (const [spelling, read] of spellings) {
    for (const match of text.matchAll(spelling)) {
      const start = match.index
      const end = start + match[0].length
      if (days.some((other) => other.start < end && start < other.end)) continue
      const value = read(match, today)
      if (value !== null) days.push({ start, end, value })
    }
  }
  return days.sort((a, b) => a.start - b.start)
}

function ofMonth(match: RegExpExecArray, today: string): string | null {
  const [month, day] = [valueOf(match[4]), valueOf(match[5])]
  if (match[1] !== undefined) return dayOf(Number(match[1]), month, day)
  if (match[2] !== undefined) return dayOf(chineseValue(match[2].replaceAll('零', '〇')) ?? 0, month, day)
  const away = match[3] === undefined ? null : /去|上/.test(match[3]) ? -1 : match[3] === '前年' ? -2 : 0
  return away === null ? latest(today, month, day) : dayOf(yearOf(today) + away, month, day)
}

/** 周五 is the latest Friday up to today, 上周五 that of the week before, weeks beginning on Monday. */
function ofWeek(match: RegExpExecArray, today: string): string {
  const wanted = '一二三四五六日'.indexOf((match[2] ?? '').replace('天', '日'))
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1 }[match[1] ?? '']
  if (weeks !== undefined) return shifted(today, wanted - now + 7 * weeks)
  return shifted(today, wanted - now - (wanted > now ? 7 : 0))
}

// Someone may write down on the evening before what takes place tomorrow; further ahead it is last year's day.
const daysAhead = 7

function latest(today: string, month: number, day: number): string | null {
  const own = dayOf(yearOf(today), month, day)
  if (own !== null && own <= shifted(today, daysAhead)) return own
  return dayOf(yearOf(today) - 1, month, day)
}

function latestOfMonth(today: string, day: number): string | null {
  const own = ofThatMonth(today, 0, day)
  return own !== null && own <= today ? own : (ofThatMonth(today, -1, day) ?? own)
}

function ofThatMonth(today: string, months: number, day: number): string | null {
  const month = new Date(Date.UTC(yearOf(today), Number(today.slice(5, 7)) - 1 + months, 1))
  return dayOf(month.getUTCFullYear(), month.getUTCMonth() + 1, day)
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1949 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

const valueOf = (text = ''): number => (/^\d+$/.test(text) ? Number(text) : (chineseValue(text) ?? 0))
