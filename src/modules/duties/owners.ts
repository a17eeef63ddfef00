import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import type { Duty } from '../packs/schema/duty.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { lastUnits } from '../records/list/units.ts'
import { approvedChanges } from './changes.ts'
import { pathOf } from './dispatch/facts.ts'
import { effectiveDuty } from './effective.ts'

/** Who answers for something by the post held on a day. */
export interface OwnerOnDay {
  personId: string
  name: string
  post: string
}

interface Holder extends OwnerOnDay {
  responsibility: string | null
}

/**
 * Who answers for each task on a day: those who then hold the duty's post in the task's unit; nobody where it is vacant.
 * A post that changes hands needs no hand-over of tasks: whoever holds it answers.
 */
export async function ownersOf(
  db: Reader,
  catalogue: Catalogue,
  tasks: readonly { taskId: string; duty: string; unitId: string }[],
  on: string,
): Promise<Map<string, OwnerOnDay[]>> {
  const ownerFor = await ownerRules(db, catalogue, on)
  const holders = await holdersIn(db, [...new Set(tasks.map(({ unitId }) => unitId))], on)
  return new Map(tasks.map(({ taskId, duty, unitId }) => [taskId, holding(holders.get(unitId) ?? [], ownerFor(duty, unitId))]))
}

/** Who answers for each of some duties in a unit on a day. */
export async function ownersOfDuties(db: Reader, duties: readonly (Pick<Duty, 'owner'> & { id: string })[], unitId: string, on: string): Promise<Map<string, OwnerOnDay[]>> {
  const holders = (await holdersIn(db, [unitId], on)).get(unitId) ?? []
  return new Map(duties.map(({ id, owner }) => [id, holding(holders, owner)]))
}

/** The post that a duty lies with in a unit, by the changes in force; null for a duty that no pack has any more. */
async function ownerRules(db: Reader, catalogue: Catalogue, on: string): Promise<(duty: string, unitId: string) => Duty['owner'] | null> {
  const changes = (await approvedChanges(db)).filter(({ content }) => content !== null && content.owner !== undefined)
  const units = changes.length === 0 ? null : await lastUnits(db)
  return (duty, unitId) => {
    const shipped = catalogue.duties.get(duty)
    if (shipped === undefined) return null
    if (units === null || !changes.some((change) => change.duty === duty)) return shipped.owner
    return (effectiveDuty(shipped, changes, pathOf(units, unitId), on) ?? shipped).owner
  }
}

async function holdersIn(db: Reader, unitIds: string[], on: string): Promise<Map<string, Holder[]>> {
  const holders = new Map<string, Holder[]>()
  if (unitIds.length === 0) return holders
  const rows = await db
    .selectFrom('post_versions as o')
    .innerJoin('persons as p', (join) => join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.person_id', '=', 'o.person_id'))
    .select(['o.unit_id', 'o.person_id', 'o.title', 'o.responsibility', 'p.name'])
    .where('o.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 'o'))
    .where('o.valid_from', '<=', on)
    .where('o.valid_to', '>', on)
    .where(sql<boolean>`o.unit_id = any(${unitIds}::uuid[])`)
    .orderBy('o.valid_from')
    .orderBy('o.post_id')
    .execute()
  for (const row of rows) {
    const own = holders.get(row.unit_id) ?? []
    holders.set(row.unit_id, own)
    own.push({ personId: row.person_id, name: row.name, post: row.title, responsibility: row.responsibility })
  }
  return holders
}

function holding(holders: readonly Holder[], owner: Duty['owner'] | null): OwnerOnDay[] {
  if (owner === null) return []
  return holders
    .filter(({ post, responsibility }) => ('responsibility' in owner ? responsibility === owner.responsibility : post === owner.post))
    .map(({ personId, name, post }) => ({ personId, name, post }))
}
