import { randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { Invalid, NotFound } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { inScope, requireForUnit, unitScope } from '../../access/scope.ts'
import type { RecordView } from '../contract/views.ts'
import type {} from './tables.ts'
import { lastUnits } from './units.ts'

const MOST_VIEWS = 50

/** One's own views of a kind, and those shared with units whose records one may read, by name. */
export async function viewsOf(db: Reader, principal: Principal, kind: string): Promise<RecordView[]> {
  const scope = await unitScope(db, principal, 'records:read')
  const units = await lastUnits(db)
  const rows = await db.selectFrom('record_views').selectAll().where('tenant_id', '=', db.tenantId).where('kind', '=', kind).orderBy('saved_at').execute()
  return rows
    .filter((row) => row.owner === ownerOf(principal) || (row.unit_id !== null && inScope(scope, row.unit_id)))
    .map((row) => ({
      viewId: row.view_id,
      name: row.name,
      address: row.address,
      own: row.owner === ownerOf(principal),
      sharedWith: row.unit_id === null ? null : { unitId: row.unit_id, name: units.get(row.unit_id)?.name ?? '' },
    }))
}

/** @throws {Invalid} `too-many-views`, {NotFound} `no-view`, and as `requireForUnit` where one may not enter for the unit */
export async function keepView(
  tx: Tx,
  principal: Principal,
  { kind, viewId, name, address, sharedWith }: { kind: string; viewId?: string | undefined; name: string; address: string; sharedWith: string | null },
): Promise<RecordView> {
  if (sharedWith !== null) await requireForUnit(tx, principal, 'records:enter', sharedWith)
  const kept = { name, address, unit_id: sharedWith, saved_at: tx.recordedAt }
  if (viewId === undefined) {
    const own = (await viewsOf(tx, principal, kind)).filter((view) => view.own)
    if (own.length >= MOST_VIEWS) throw new Invalid('too-many-views', `每种台账最多保存 ${MOST_VIEWS} 个视图，请先删除不用的。`)
  } else {
    await requireOwn(tx, principal, viewId)
  }
  const id = viewId ?? randomUUID()
  await tx
    .insertInto('record_views')
    .values({ tenant_id: tx.tenantId, view_id: id, kind, owner: ownerOf(principal), ...kept })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'view_id']).doUpdateSet(kept))
    .execute()
  const units = await lastUnits(tx)
  return { viewId: id, name, address, own: true, sharedWith: sharedWith === null ? null : { unitId: sharedWith, name: units.get(sharedWith)?.name ?? '' } }
}

/** @throws {NotFound} `no-view` */
export async function dropView(tx: Tx, principal: Principal, viewId: string): Promise<void> {
  await requireOwn(tx, principal, viewId)
  await tx.deleteFrom('record_views').where('tenant_id', '=', tx.tenantId).where('view_id', '=', viewId).execute()
}

async function requireOwn(tx: Tx, principal: Principal, viewId: string): Promise<void> {
  const found = await tx
    .selectFrom('record_views')
    .select('view_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('view_id', '=', viewId)
    .where('owner', '=', ownerOf(principal))
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('no-view', '没有这个视图，或者它不是您保存的。', { viewId })
}

/** An account; the program itself and a demonstration's visitor have none and go by their name. */
function ownerOf(principal: Principal): string {
  return principal.accountId ?? principal.name
}
