import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { can } from '../../access/can.ts'
import { inScope, unitScope, type UnitScope } from '../../access/scope.ts'
import { lastUnits } from '../../records/list/units.ts'
import { isOwn } from '../actions/change.ts'
import { contentOf } from '../changes.ts'
import type { ChangeView } from '../contract/duty.ts'

/** Changes of duties that wait for somebody else's answer, of units for which one may give it. */
export async function changesToAnswer(db: Reader, principal: Principal): Promise<ChangeView[]> {
  if (!can(principal, 'duties:approve')) return []
  return (await changesFor(db, principal, { states: ['asked'] })).filter(({ may }) => may.answer)
}

/** Changes of duties, newest first, that concern the body or units one may read. */
export async function changesFor(db: Reader, principal: Principal, { states }: { states?: string[] } = {}): Promise<ChangeView[]> {
  const units = await lastUnits(db)
  const [readable, approves] = [await unitScope(db, principal, 'duties:read'), await unitScope(db, principal, 'duties:approve')]
  let query = db
    .selectFrom('duty_changes')
    .innerJoin('duty_changes as first', (join) =>
      join.onRef('first.tenant_id', '=', 'duty_changes.tenant_id').onRef('first.change_id', '=', 'duty_changes.change_id').on('first.version', '=', 1))
    .innerJoin('events', (join) => join.onRef('events.tenant_id', '=', 'first.tenant_id').onRef('events.position', '=', 'first.known_from'))
    .select([
      'duty_changes.change_id', 'duty_changes.version', 'duty_changes.duty', 'duty_changes.unit_id', 'duty_changes.from_on', 'duty_changes.content',
      'duty_changes.state', 'duty_changes.reason', 'duty_changes.asked_by', 'duty_changes.asked_account', 'duty_changes.answered_by', 'duty_changes.answer',
      'events.recorded_at',
    ])
    .where('duty_changes.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 'duty_changes'))
    .orderBy('first.known_from', 'desc')
  if (states !== undefined) query = query.where(sql<boolean>`duty_changes.state = any(${states}::text[])`)
  const rows = await query.execute()
  return rows
    .filter(({ unit_id: unitId }) => unitId === null || inScope(readable, unitId))
    .map((row) => {
      const answers = covers(approves, row.unit_id)
      const own = isOwn({ askedBy: row.asked_by, askedAccount: row.asked_account }, principal, principal.name)
      return {
        changeId: row.change_id,
        version: row.version,
        duty: row.duty,
        unitId: row.unit_id,
        unit: row.unit_id === null ? null : (units.get(row.unit_id)?.name ?? ''),
        fromOn: row.from_on,
        content: contentOf(row.content),
        state: row.state as ChangeView['state'],
        reason: row.reason,
        askedBy: row.asked_by,
        askedAt: row.recorded_at.toISOString(),
        answeredBy: row.answered_by,
        answer: row.answer,
        may: { answer: answers && row.state === 'asked' && !own, withdraw: answers && row.state === 'approved' },
      }
    })
}

/** A change for the whole body is for those to answer who answer for the whole body. */
function covers(scope: UnitScope, unitId: string | null): boolean {
  return unitId === null ? scope === 'all' : inScope(scope, unitId)
}
