import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { areSimilar, likeness, similarDays } from '../rules/similar.ts'

export interface Sought {
  kind: string
  unitId: string
  occurredOn: string
  title: string
  except?: string | undefined
}

const mostRead = 500
const mostShown = 5

/** Records that may be the same thing as one about to be entered, the most alike first. */
export async function similarRecords(db: Reader, sought: Sought): Promise<{ recordId: string; title: string; occurredOn: string; likeness: number }[]> {
  const rows = await db
    .selectFrom('record_versions')
    .select(['record_id', 'title', 'occurred_on'])
    .where('tenant_id', '=', db.tenantId)
    .where('kind', '=', sought.kind)
    .where('unit_id', '=', sought.unitId)
    .where('occurred_on', '>=', dayFrom(sought.occurredOn, -similarDays))
    .where('occurred_on', '<=', dayFrom(sought.occurredOn, similarDays))
    .where('state', '=', 'recorded')
    .where(knownAt())
    .limit(mostRead)
    .execute()
  return rows
    .filter((row) => row.record_id !== sought.except && areSimilar(row.title, sought.title))
    .map((row) => ({ recordId: row.record_id, title: row.title, occurredOn: row.occurred_on, likeness: likeness(row.title, sought.title) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostShown)
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
