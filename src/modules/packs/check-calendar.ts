import { daysFrom } from '../../engine/calendar/days.ts'
import type { PackProblem } from './problem.ts'
import type { PackEntry } from './read-pack.ts'
import type { CalendarFile } from './schema/calendar.ts'

/** Mistakes of a calendar that its schema cannot see: days of another year, ranges turned round, a day both rest and work. */
export function checkCalendar({ id, file, value, lineOf }: PackEntry<CalendarFile>): PackProblem[] {
  const problems: PackProblem[] = []
  const named = new Map<string, { status: string; name: string }>()
  value.days.forEach(({ from, to = from, status, name }, index) => {
    const say = (message: string) => problems.push({ file, line: lineOf(['days', index]), message })
    if (from > to) return say(`“${name}”的起止日期颠倒了：${from} 晚于 ${to}`)
    if (!from.startsWith(id) || !to.startsWith(id)) return say(`“${name}”有不在 ${id} 年的日期；跨年的假期请在两年的日历里各写一段`)
    for (const day of daysFrom(from, to)) {
      const other = named.get(day)
      if (other !== undefined && other.status !== status) say(`${day} 既写作休息又写作上班（“${other.name}”与“${name}”）`)
      else if (other !== undefined) say(`${day} 写了两遍（“${other.name}”与“${name}”）`)
      named.set(day, { status, name })
    }
  })
  return problems
}
