import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { Conflict, Invalid } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { inScope, unitScope, type UnitScope } from '../../access/scope.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { correctRecord } from '../actions.ts'
import { CHANGED_AT_ONCE, type BulkPreview } from '../contract/bulk.ts'
import { RecordFilter } from '../contract/list.ts'
import { checkFields } from '../rules.ts'
import type { RecordFields } from '../tables.ts'
import { allConditions, narrowed } from './conditions.ts'
import { differencesOf, type Changes } from './rules.ts'

export interface BulkOrder {
  kind: Kind & { id: string }
  filter?: RecordFilter | undefined
  recordIds?: string[] | undefined
  changes: Changes
}

interface Met {
  record_id: string
  version: number
  title: string
  occurred_on: string
  unit_id: string
  known_from: number
  fields: RecordFields
}

/** What an order would change, and which records it cannot; nothing is stored. @throws {Invalid} `no-changes`, `no-facet`, `too-many-records` */
export async function previewOf(db: Reader, principal: Principal, catalogue: Catalogue, order: BulkOrder): Promise<BulkPreview> {
  const { changing, same, refused, met } = await decide(db, principal, catalogue, order)
  const { position } = await db.selectFrom('log_heads').select('position').where('tenant_id', '=', db.tenantId).executeTakeFirstOrThrow()
  return {
    matched: met.length,
    changed: changing.length,
    same,
    refused: refused.map(({ row, reason }) => ({ recordId: row.record_id, title: row.title, occurredOn: row.occurred_on, reason })),
    differences: differencesOf(changing.map(({ fields }) => fields), order.changes),
    position,
  }
}

/**
 * Changes the records as previewed, an event for each, or none of them.
 *
 * @throws {Conflict} `bulk-changed` with `details.records` where records were changed or added since the preview
 */
export async function changeAll(
  tx: Tx,
  principal: Principal,
  catalogue: Catalogue,
  order: BulkOrder & { position: number; changed: number },
): Promise<number> {
  const { changing, met } = await decide(tx, principal, catalogue, order)
  const since = met.filter(({ known_from: knownFrom }) => knownFrom > order.position)
  if (since.length > 0 || changing.length !== order.changed) throw changedSince(since)
  for (const { record_id: recordId, version } of changing) {
    await correctRecord(tx, catalogue, { recordId, expectedVersion: version, fields: order.changes })
  }
  return changing.length
}

function changedSince(since: Met[]): Conflict {
  const named = since.slice(0, 5).map(({ title, occurred_on: on }) => `“${title}”（${on}）`).join('、')
  const which = since.length === 0 ? '符合条件的记录与预览时不同' : `预览之后有 ${since.length} 条记录被改动或新增：${named}${since.length > 5 ? '等' : ''}`
  return new Conflict('bulk-changed', `${which}。什么都没有改，请重新预览。`, {
    records: since.map(({ record_id: recordId, title, version }) => ({ recordId, title, version })),
  })
}

async function decide(db: Reader, principal: Principal, catalogue: Catalogue, order: BulkOrder) {
  refuseOtherThanFacets(order)
  const met = await matching(db, principal, catalogue, order)
  const scope = await unitScope(db, principal, 'records:enter')
  const changing: Met[] = []
  const refused: { row: Met; reason: string }[] = []
  for (const row of met) {
    if (!differs(row.fields, order.changes)) continue
    const reason = refusal(catalogue, order, row, scope)
    if (reason === null) changing.push(row)
    else refused.push({ row, reason })
  }
  return { met, changing, refused, same: met.length - changing.length - refused.length }
}

async function matching(db: Reader, principal: Principal, catalogue: Catalogue, { kind, filter, recordIds }: BulkOrder): Promise<Met[]> {
  const conditions = allConditions(await narrowed(db, principal, { catalogue, kind, filter: { ...(filter ?? RecordFilter.parse({})), state: 'recorded' } }))
  if (recordIds !== undefined) conditions.push(sql<boolean>`record_id = any(${recordIds}::uuid[])`)
  const { rows } = await sql<Met>`
    select record_id, version, title, occurred_on, unit_id, known_from, fields from record_versions
    where ${sql.join(conditions, sql` and `)} order by occurred_on desc, record_id desc limit ${CHANGED_AT_ONCE + 1}
  `.execute(db)
  if (rows.length > CHANGED_AT_ONCE) {
    throw new Invalid('too-many-records', `一次最多批量修改 ${CHANGED_AT_ONCE} 条，请先缩小范围。`, { limit: CHANGED_AT_ONCE })
  }
  return rows
}

function refuseOtherThanFacets({ kind, changes }: BulkOrder): void {
  const ids = Object.keys(changes)
  if (ids.length === 0) throw new Invalid('no-changes', '请至少选一个要改的字段。')
  for (const id of ids) {
    if (kind.fields[id]?.facet === true) continue
    throw new Invalid('no-facet', `“${kind.fields[id]?.title ?? id}”不能批量修改：只有可筛选的字段可以。`, { field: id })
  }
}

function differs(fields: RecordFields, changes: Changes): boolean {
  return Object.entries(changes).some(([id, after]) => JSON.stringify(fields[id] ?? null) !== JSON.stringify(after))
}

function refusal(catalogue: Catalogue, { kind, changes }: BulkOrder, row: Met, scope: UnitScope): string | null {
  if (!inScope(scope, row.unit_id)) return '您在它的单位没有登记的权限'
  const fields = Object.entries({ ...row.fields, ...changes }).filter(([, value]) => value !== null)
  const problems = checkFields(catalogue, kind.id, Object.fromEntries(fields) as RecordFields)
  return problems.length === 0 ? null : problems.map(({ title, problem }) => `${title}：${problem}`).join('；')
}
