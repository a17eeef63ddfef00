import { daysBetween, weekdayOf, yearOf } from './days.ts'
import type { Day } from './terms.ts'

export type Language = 'zh' | 'en'

const weekdays: Record<Language, string[]> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day or a moment, with its year: 2026年3月5日14:30, 5 Mar 2026 14:30. */
export function dateWords(at: string, language: Language): string {
  const day = at.slice(0, 10)
  const clock = at.length > 10 ? at.slice(11, 16) : ''
  if (language === 'zh') return `${yearOf(day)}年${shortWords(day, 'zh')}${clock}`
  return `${shortWords(day, 'en')} ${yearOf(day)}${clock === '' ? '' : ` ${clock}`}`
}

export function weekdayWords(day: Day, language: Language): string {
  return weekdays[language][weekdayOf(day) - 1] ?? ''
}

/**
 * Days that follow each other: 3月7日、8日 or, from three on, 2月15日至23日. The year stands before days that are not
 * of `year`.
 */
export function stretchWords(from: Day, to: Day, year: number, language: Language): string {
  const first = yearOf(from) === year ? shortWords(from, language) : dateWords(from, language)
  if (from === to) return first
  const last = language === 'zh' && from.slice(0, 7) === to.slice(0, 7) ? `${dateOf(to)}日` : yearOf(from) === yearOf(to) ? shortWords(to, language) : dateWords(to, language)
  const touching = daysBetween(from, to) === 1
  if (language === 'zh') return `${first}${touching ? '、' : '至'}${last}`
  return `${first} ${touching ? 'and' : 'to'} ${last}`
}

function shortWords(day: Day, language: Language): string {
  const month = Number(day.slice(5, 7))
  return language === 'zh' ? `${month}月${dateOf(day)}日` : `${dateOf(day)} ${months[month - 1]}`
}

function dateOf(day: Day): number {
  return Number(day.slice(8, 10))
}
