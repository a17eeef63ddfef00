import type { Generated } from 'kysely'

export type ReportStateName = 'draft' | 'submitted' | 'reviewed' | 'issued' | 'discarded'
export type StepName = 'drafted' | 'rebound' | 'submitted' | 'returned' | 'reviewed' | 'issued' | 'discarded' | 'made'

/** What one step made of a report. `drafted_at` and `issued_at` are the positions of the events that say all the rest. */
export interface ReportVersions {
  tenant_id: number
  report_id: string
  version: number
  known_from: number
  known_to: Generated<number>
  step: StepName
  state: ReportStateName
  title: string
  period: string
  unit_id: string | null
  unit: string
  figures: number
  open_slots: number
  drafted_at: number | null
  issued_at: number | null
  changed_by: string
  changed_account: string | null
  changed_at: Date
  note: string | null
}

/** What a person set at a place of a draft: a binding of a slot, or the decision on a sentence. */
export interface ReportBindings {
  tenant_id: number
  report_id: string
  place: string
  version: number
  known_from: number
  known_to: Generated<number>
  content: string
  set_by: string
  set_at: Date
}

export interface ReportChecks {
  tenant_id: number
  check_id: string
  known_from: number
  title: string
  file_name: string
  period: string
  unit_id: string | null
  unit: string
  checked_by: string
  checked_at: Date
  evidenced: number
  contradicted: number
  unsupported: number
  consistent: number
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    report_versions: ReportVersions
    report_bindings: ReportBindings
    report_checks: ReportChecks
  }
}
