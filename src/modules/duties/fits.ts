import type { Duty } from '../packs/schema/duty.ts'

/** What of a record decides whether it satisfies a task; `evidence` counts its attached files. */
export interface Candidate {
  kind: string
  state: 'recorded' | 'voided'
  occurredOn: string
  fields: Record<string, string | number | string[]>
  evidence: number
}

/** Why a record does not count for a task, in Chinese; null where it does. Asked anew whenever the record changes. */
export function lacking(satisfied: Duty['satisfied'], task: { periodFrom: string; periodTo: string; dueOn: string }, record: Candidate): string | null {
  if (satisfied === undefined) return '这项责任不用台账记录核销'
  if (record.state === 'voided') return '记录已作废'
  if (record.kind !== satisfied.kind) return '不是这项责任要求的台账类型'
  if (!meets(satisfied.where, record.fields)) return '不符合这项责任要求的类别'
  if (record.occurredOn < task.periodFrom || record.occurredOn > lastFittingDay(task)) return '日期不在这个周期内'
  if (record.evidence < satisfied.evidence) return `还缺佐证${satisfied.evidence - record.evidence}件`
  return null
}

/**
 * The last day a record may stand for. What is due only after the period, as a report on the quarter or an answer to an
 * event, may be done on any day after it began: in time or late.
 */
export function lastFittingDay({ periodTo, dueOn }: { periodTo: string; dueOn: string }): string {
  return dueOn > periodTo ? '9999-12-31' : periodTo
}

/** Whether a record has, in each field named, one of the values. */
export function meets(where: Record<string, string[]>, fields: Candidate['fields']): boolean {
  return Object.entries(where).every(([field, values]) => {
    const value = fields[field]
    const given = Array.isArray(value) ? value : value === undefined ? [] : [String(value)]
    return given.some((one) => values.includes(one))
  })
}
