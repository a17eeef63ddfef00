import type { Generated } from 'kysely'

export interface DutyAdoptions {
  tenant_id: number
  adoption_id: string
  version: number
  known_from: number
  known_to: Generated<number>
  pack: string
  unit_id: string
  from_on: string
  /** Exclusive; 'infinity' while it lasts. */
  until_on: Generated<string>
  changed_by: string
}

export interface DutyChanges {
  tenant_id: number
  change_id: string
  version: number
  known_from: number
  known_to: Generated<number>
  duty: string
  /** Null: for the whole body. */
  unit_id: string | null
  from_on: string
  /** JSON of a `DutyChange`. */
  content: string
  state: string
  reason: string
  asked_by: string
  asked_account: string | null
  answered_by: string | null
  answer: string | null
}

export interface TaskVersions {
  tenant_id: number
  task_id: string
  version: number
  known_from: number
  known_to: Generated<number>
  duty: string
  /** The pack and version that judged it: `ideology-duty@1.2.0`. */
  pack: string
  unit_id: string
  period: string
  period_from: string
  period_to: string
  opens_on: string
  due_on: string
  /** The first day on which it is late: the day after the due day and its days of grace. */
  late_from: string
  /** For limits in hours, the moment. */
  due_at: Date | null
  needed: number
  done: Generated<number>
  done_on: string | null
  done_at: Date | null
  begun: Generated<boolean>
  settled: string | null
  settling: string | null
  settle_reason: string | null
  settle_asked_by: string | null
  settle_asked_account: string | null
  settled_by: string | null
  /** No longer owed: the duty was switched off or the unit closed before the period began. */
  withdrawn: Generated<boolean>
  /** JSON of a `WorkedOut`. */
  how: string
}

export interface TaskLinks {
  tenant_id: number
  task_id: string
  link_id: string
  known_from: number
  known_to: Generated<number>
  target: string
  target_id: string
  linked_by: string
  linked_at: Date
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    duty_adoptions: DutyAdoptions
    duty_changes: DutyChanges
    task_versions: TaskVersions
    task_links: TaskLinks
  }
}
