import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { inScope, requireForUnit, unitScope } from '../../access/scope.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { lastUnits } from '../../records/list/units.ts'
import { countLinked } from '../counting.ts'
import { pathOf, type DutyEntry } from '../dispatch/facts.ts'
import type { Link } from '../events.ts'
import { lacking } from '../fits.ts'
import { appendTask, expectTask, type KeptTask } from '../kept-task.ts'
import { linkedFacts, recordsNamed, type KnownRecord } from '../linked-facts.ts'
import { dutiesOfTasks } from './duty-of-task.ts'

const MOST_LINKS = 500

export interface LinkOrder {
  taskId: string
  expectedVersion: number
  recordIds: string[]
}

/**
 * Links records that satisfy a task. A record that still lacks its evidence may stand there and counts once it has it.
 *
 * @throws {NotFound} `no-task`, `no-record`; {NotAllowed} `not-allowed-for-unit`; {Conflict} `stale-version`, `already-linked`
 * @throws {Invalid} `task-settled`, `no-duty`, `record-does-not-fit`, `record-elsewhere`, `too-many-links`
 */
export async function linkRecords(tx: Tx, principal: Principal, catalogue: Catalogue, order: LinkOrder): Promise<{ version: number }> {
  const task = await expectTask(tx, order.taskId, order.expectedVersion)
  await requireForUnit(tx, principal, 'duties:work', task.unitId)
  if (task.settled !== null) throw settled(task)
  const duty = (await dutiesOfTasks(tx, catalogue))(task)
  if (duty === undefined) throw new Invalid('no-duty', '启用的制度包里已经没有这项责任，不能再关联记录。', { duty: task.duty })
  const recordIds = [...new Set(order.recordIds)]
  const records = await readableRecords(tx, principal, recordIds)
  await refuseUnfit(tx, task, duty, [...records.values()])
  await refuseLinked(tx, task, recordIds)
  const before = (await linkedFacts(tx, [task.taskId])).get(task.taskId) ?? { links: [], records: [], reports: [] }
  if (before.links.length + recordIds.length > MOST_LINKS) throw new Invalid('too-many-links', `一项任务最多关联 ${MOST_LINKS} 条记录。`)
  const links = recordIds.map((targetId): Link => ({ linkId: randomUUID(), target: 'record', targetId }))
  const counted = countLinked(duty.satisfied, task, { records: [...before.records, ...records.values()], reports: before.reports })
  return appendLinks(tx, task, links, counted)
}

/** Links to several tasks, all or none. @throws as `linkRecords`; {Invalid} `task-twice` */
export async function linkMany(tx: Tx, principal: Principal, catalogue: Catalogue, orders: LinkOrder[]): Promise<{ linked: number }> {
  if (new Set(orders.map(({ taskId }) => taskId)).size < orders.length) throw new Invalid('task-twice', '同一项任务在一次关联中只能出现一次。')
  let linked = 0
  for (const order of orders) {
    await linkRecords(tx, principal, catalogue, order)
    linked += new Set(order.recordIds).size
  }
  return { linked }
}

/** Takes a link back. @throws {NotFound} `no-link`; otherwise as `linkRecords` */
export async function unlink(tx: Tx, principal: Principal, catalogue: Catalogue, order: { taskId: string; expectedVersion: number; linkId: string; reason: string }): Promise<{ version: number }> {
  const { linkId, reason } = order
  const task = await expectTask(tx, order.taskId, order.expectedVersion)
  await requireForUnit(tx, principal, 'duties:work', task.unitId)
  if (task.settled !== null) throw settled(task)
  const facts = (await linkedFacts(tx, [task.taskId])).get(task.taskId)
  const link = facts?.links.find((one) => one.linkId === linkId)
  if (facts === undefined || link === undefined) throw new NotFound('no-link', '这条关联已经取消。', { linkId })
  const duty = (await dutiesOfTasks(tx, catalogue))(task)
  const left = {
    records: facts.records.filter(({ recordId }) => recordId !== link.targetId),
    reports: facts.reports.filter(({ reportId }) => reportId !== link.targetId),
  }
  const { version } = appendTask(tx, task, { type: 'task.unlinked', content: { linkId, reason, ...countLinked(duty?.satisfied, task, left) } }, (position) =>
    tx.updateTable('task_links').set({ known_to: position }).where('tenant_id', '=', tx.tenantId).where('link_id', '=', linkId).where(knownAt()).execute(),
  )
  return { version }
}

/** Appends links with what they come to. */
export function appendLinks(tx: Tx, task: KeptTask, links: Link[], counted: ReturnType<typeof countLinked>): { version: number } {
  const { version } = appendTask(tx, task, { type: 'task.linked', content: { links, ...counted } }, (position) =>
    tx
      .insertInto('task_links')
      .values(links.map(({ linkId, target, targetId }) => ({
        tenant_id: tx.tenantId, task_id: task.taskId, link_id: linkId, known_from: position, target, target_id: targetId, linked_by: tx.actor, linked_at: tx.recordedAt,
      })))
      .execute(),
  )
  return { version }
}

/** The records, of units that the asker may read. @throws {NotFound} `no-record` */
async function readableRecords(tx: Tx, principal: Principal, recordIds: string[]): Promise<Map<string, KnownRecord>> {
  const readable = await unitScope(tx, principal, 'records:read')
  const records = await recordsNamed(tx, recordIds)
  for (const recordId of recordIds) {
    const record = records.get(recordId)
    if (record === undefined || !inScope(readable, record.unitId)) throw new NotFound('no-record', '没有这条记录，或者您看不到它。', { recordId })
  }
  return records
}

async function refuseUnfit(tx: Tx, task: KeptTask, duty: DutyEntry, records: KnownRecord[]): Promise<void> {
  const units = await lastUnits(tx)
  for (const { recordId, unitId, versions } of records) {
    const current = versions.at(-1)
    const lacks = current === undefined ? '记录不存在' : lacking(duty.satisfied, task, { ...current, evidence: duty.satisfied?.evidence ?? 0 })
    if (lacks !== null) {
      throw new Invalid('record-does-not-fit', `记录（${current?.occurredOn ?? ''}）不能核销这项任务：${lacks}。这个周期为 ${task.periodFrom} 至 ${task.periodTo}。`, { recordId, lacks })
    }
    if (!pathOf(units, unitId).includes(task.unitId)) throw new Invalid('record-elsewhere', '这条记录属于别的单位，不能核销这个单位的任务。', { recordId, unitId })
  }
}

/** A record stands once for a duty of a unit, however many duties it satisfies. */
async function refuseLinked(tx: Tx, task: KeptTask, recordIds: string[]): Promise<void> {
  const { rows } = await sql<{ target_id: string; task_id: string; period: string }>`
    select l.target_id, l.task_id, t.period from task_links l
    join task_versions t on t.tenant_id = l.tenant_id and t.task_id = l.task_id and ${knownAt(undefined, 't')}
    where l.tenant_id = ${tx.tenantId} and l.target_id = any(${recordIds}::uuid[]) and ${knownAt(undefined, 'l')} and t.duty = ${task.duty} and t.unit_id = ${task.unitId}
  `.execute(tx)
  const [linked] = rows
  if (linked === undefined) return
  const where = linked.task_id === task.taskId ? '已经关联到这项任务' : `已经用于这项责任的另一个周期（${linked.period}）`
  throw new Conflict('already-linked', `这条记录${where}，没有重复关联。`, { recordId: linked.target_id, taskId: linked.task_id })
}

function settled({ taskId }: KeptTask): Invalid {
  return new Invalid('task-settled', '这项任务已经结清；要改关联，请先由批准人恢复为未结。', { taskId })
}
