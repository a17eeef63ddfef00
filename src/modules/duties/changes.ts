import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import type { DutyChange } from './contract/duty.ts'

/** A change of a duty that was approved and not taken back. */
export interface ApprovedChange {
  duty: string
  /** Null: for the whole body. */
  unitId: string | null
  fromOn: string
  content: DutyChange
}

/** The approved changes, in the order in which they came. */
export async function approvedChanges(db: Reader): Promise<ApprovedChange[]> {
  const rows = await db
    .selectFrom('duty_changes')
    .select(['duty', 'unit_id', 'from_on', 'content'])
    .where('tenant_id', '=', db.tenantId)
    .where('state', '=', 'approved')
    .where(knownAt())
    .orderBy('known_from')
    .execute()
  return rows.map((row) => ({ duty: row.duty, unitId: row.unit_id, fromOn: row.from_on, content: contentOf(row.content) }))
}

/** What a change says; kept as JSON, `{"off": true}` where it switches the duty off. */
export function contentOf(text: string): DutyChange {
  const content = JSON.parse(text) as { off?: true } & NonNullable<DutyChange>
  return content.off === true ? null : content
}

export function textOf(content: DutyChange): string {
  return JSON.stringify(content ?? { off: true })
}
