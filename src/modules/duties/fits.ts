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
export function lacking(satisfied: Duty['satisfied'], task: { periodFrom: string }, record: Candidate): string | null {
  if (satisfied === undefined) return '这项责任不用台账记录核销'
  if (record.state === 'voided') return '记录已作废'
  if (record.kind !== satisfied.kind) return '不是这项责任要求的台账类型'
  if (!meets(satisfied.where, record.fields)) return '不符合这项责任要求的类别'
  // What is made up for after its period counts: done, and late for ever.
  if (record.occurredOn < task.periodFrom) return '日期早于这个周期'
  if (record.evidence < satisfied.evidence) return `还缺佐证${satisfied.evidence - record.evidence}件`
  return null
}

/** The last day of which records are proposed unasked; what is done later is chosen by a person. */
export function lastProposedDay({ periodTo, dueOn }: { periodTo: string; dueOn: string }): string {
  return dueOn > periodTo ? dueOn : periodTo
}

/** Whether a record has, in each field named, one of the values. */
export function meets(where: Record<string, string[]>, fields: Candidate['fields']): boolean {
  return Object.entries(where).every(([field, values]) => {
    const value = fields[field]
    const given = Array.isArray(value) ? value : value === undefined ? [] : [String(value)]
    return given.some((one) => values.includes(one))
  })
}
