import type { DutyChange, DutyView } from '../../contract/duty.ts'

type Every = Extract<DutyView['cadence'], { type: 'every' }>

/** What stands on the form of a change. */
export interface TypedChange {
  what: 'change' | 'off'
  scope: 'unit' | 'body'
  on: string
  reason: string
  period: Every['period']
  times: number
  anchor: Every['due']['anchor']
  shift: number
  measure: Every['due']['measure']
  onRestDay: Every['due']['onRestDay']
  leadDays: number
  graceDays: number
  evidence: number
  /** A responsibility, or `post` for a post by its title. */
  owner: 'first' | 'direct' | 'dual' | 'post'
  post: string
}

/** The form as the duty now is. */
export function beginningOf(duty: DutyView, { unitId, on }: { unitId: string | null; on: string }): TypedChange {
  const { cadence, owner } = duty
  const due = cadence.type === 'every' ? cadence.due : { anchor: 'end' as const, shift: 0, measure: 'days' as const, onRestDay: 'keep' as const }
  return {
    what: 'change', scope: unitId === null ? 'body' : 'unit', on, reason: '',
    period: cadence.type === 'every' ? cadence.period : 'year', times: cadence.type === 'every' ? cadence.times : 1, ...due,
    leadDays: duty.leadDays, graceDays: duty.graceDays, evidence: duty.satisfied?.evidence ?? 0,
    owner: 'post' in owner ? 'post' : owner.responsibility, post: 'post' in owner ? owner.post : '',
  }
}

/** Only what differs from the duty as it now is; null switches it off. */
export function contentOf(duty: DutyView, typed: TypedChange): DutyChange {
  if (typed.what === 'off') return null
  const cadence = cadenceOf(duty, typed)
  const owner = typed.owner === 'post' ? { post: typed.post.trim() } : { responsibility: typed.owner }
  return {
    ...(same(cadence, duty.cadence) ? {} : { cadence }),
    ...(typed.leadDays === duty.leadDays ? {} : { leadDays: typed.leadDays }),
    ...(typed.graceDays === duty.graceDays ? {} : { graceDays: typed.graceDays }),
    ...(same(owner, duty.owner) ? {} : { owner }),
    ...(duty.satisfied === undefined || typed.evidence === duty.satisfied.evidence ? {} : { satisfied: { ...duty.satisfied, evidence: typed.evidence } }),
  }
}

function cadenceOf({ cadence }: DutyView, { period, times, anchor, shift, measure, onRestDay }: TypedChange): DutyView['cadence'] {
  return cadence.type === 'every' ? { ...cadence, period, times, due: { anchor, shift, measure, onRestDay } } : cadence
}

function same(one: object, other: object): boolean {
  return ordered(one) === ordered(other)
}

/** An object written with its keys in order, those of the objects within it too. */
function ordered(value: object): string {
  const parts = Object.entries(value).map(([key, part]: [string, unknown]) => [key, typeof part === 'object' && part !== null ? Object.entries(part).toSorted() : part])
  return JSON.stringify(parts.toSorted())
}
