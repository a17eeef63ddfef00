import { readableDate, readablePeriod, type Language } from '../../../web/ui/formats.ts'
import type { TaskRow } from '../contract/task.ts'

/** A period of a task in words; the weeks and fortnights of a year, and for what falls due by an event the days it spans. */
export function periodWords({ period, periodFrom, periodTo }: Pick<TaskRow, 'period' | 'periodFrom' | 'periodTo'>, language: Language): string {
  const written = shortPeriod(period, language)
  if (written !== null) return written
  return periodFrom === periodTo ? readableDate(periodFrom, language) : readablePeriod(`${periodFrom}..${periodTo}`, language)
}

/** A period by its key alone; null where the key is none of a calendar. */
export function shortPeriod(period: string, language: Language): string | null {
  const [, year, letter, number] = /^(\d{4})([WF])(\d{2})$/.exec(period) ?? []
  if (letter === 'W') return language === 'zh' ? `${year}年第${Number(number)}周` : `week ${Number(number)} of ${year}`
  if (letter === 'F') return language === 'zh' ? `${year}年第${Number(number)}个两周` : `fortnight ${Number(number)} of ${year}`
  return /^\d{4}($|H[12]$|Q[1-4]$|-\d{2}$|-\d{2}-\d{2}$)/.test(period) ? readablePeriod(period, language) : null
}

/** The title of a duty in the language of the reader, where the pack gives one. */
export function dutyTitle({ title, en }: { title: string; en?: string | null | undefined }, language: Language): string {
  return language === 'en' ? (en ?? title) : title
}

/** A moment's day in Beijing, `2026-03-05`. */
export function dayOfMoment(moment: string): string {
  return new Date(new Date(moment).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
