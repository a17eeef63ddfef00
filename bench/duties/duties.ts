import { regularPeriods } from '../../src/engine/calendar/terms.ts'
import { localPack } from '../../src/modules/packs/local.ts'

/** How many duties of each cadence; a unit that owes them all has some 600 tasks in a year, of 60 duties. */
const COUNTS: Record<(typeof regularPeriods)[number], number> = { year: 8, 'half-year': 8, quarter: 15, month: 22, fortnight: 3, week: 4, day: 0 }

/** Sixty duties of mixed cadences, as the texts of a body's own pack. */
export function mixedDuties(): Map<string, string> {
  const manifest = { id: localPack, title: '测速', version: '1.0.0', licence: 'CC0-1.0', needs: ['common'], source }
  const duties = regularPeriods.flatMap((period) =>
    Array.from({ length: COUNTS[period] }, (_, n): [string, object] => {
      const due = n % 3 === 0 ? { shift: 10, measure: 'working-days' } : n % 3 === 1 ? { shift: 5, onRestDay: 'next-working-day' } : {}
      const duty = {
        title: `${period}责任${n + 1}`, source, group: `第${(n % 5) + 1}组`,
        owedBy: ['body', 'section', 'subordinate', 'group'], cadence: { type: 'every', period, due }, owner: { responsibility: n % 2 === 0 ? 'first' : 'direct' },
        satisfied: { kind: 'meeting', where: { topic: ['ideology'] } },
      }
      return [`duties/${period}-${n + 1}.yaml`, duty]
    }),
  )
  // JSON is YAML.
  return new Map([['pack.yaml', manifest], ...duties].map(([path, content]) => [path as string, JSON.stringify(content)]))
}

const source = { rule: '测速用，虚构', tag: 'unverified' }
