import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { idOf, type LoggedEvent } from '../../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../../platform/events/verify.ts'
import type { Link, TaskEvent } from '../events.ts'

/** Replays which records and reports were linked to tasks, and which links were taken back. */
export function linkProjection(): Projection {
  let [linked, unlinked] = [0, 0]
  return {
    check: async (db, events) => {
      const own = events.filter(({ envelope }) => envelope.type === 'task.linked' || envelope.type === 'task.unlinked')
      const stored = await linksNamed(db, own.flatMap(linkIdsOf))
      for (const event of own) {
        const broken = compare(event, stored)
        if (broken !== null) return broken
        if (event.envelope.type === 'task.linked') linked += linkIdsOf(event).length
        else unlinked += 1
      }
      return null
    },
    finish: async (db) => {
      const { rows } = await sql<{ linked: number; unlinked: number }>`
        select count(*) as linked, count(*) filter (where known_to <> 9223372036854775807) as unlinked from task_links where tenant_id = ${db.tenantId}
      `.execute(db)
      const stored = rows[0] ?? { linked: 0, unlinked: 0 }
      if (stored.linked === linked && stored.unlinked === unlinked) return null
      return { position: 1, code: 'projection-differs', reason: `任务的关联共 ${stored.linked} 条（取消 ${stored.unlinked} 条），按日志应为 ${linked} 条（取消 ${unlinked} 条）` }
    },
  }
}

function linkIdsOf({ envelope }: LoggedEvent): string[] {
  const event = { type: envelope.type, content: envelope.content } as TaskEvent
  return event.type === 'task.linked' ? event.content.links.map(({ linkId }) => linkId) : event.type === 'task.unlinked' ? [event.content.linkId] : []
}

type Row = Awaited<ReturnType<typeof readLinks>>[number]

async function linksNamed(db: Reader, linkIds: string[]): Promise<Map<string, Row>> {
  const rows = linkIds.length === 0 ? [] : await readLinks(db, linkIds)
  return new Map(rows.map((row) => [row.link_id, row]))
}

function readLinks(db: Reader, linkIds: string[]) {
  return db.selectFrom('task_links').selectAll().where('tenant_id', '=', db.tenantId).where(sql<boolean>`link_id = any(${linkIds}::uuid[])`).execute()
}

function compare(event: LoggedEvent, stored: Map<string, Row>): Break | null {
  const { position, envelope } = event
  const broken = { position, code: 'projection-differs', reason: `位置 ${position}：任务的关联与日志重放的结果不一致` }
  const taskId = idOf(event, 'task')
  if (envelope.type === 'task.unlinked') return stored.get(linkIdsOf(event)[0] ?? '')?.known_to === position ? null : broken
  const { links } = envelope.content as { links: Link[] }
  const same = links.every(({ linkId, target, targetId }) => {
    const row = stored.get(linkId)
    return (
      row?.task_id === taskId && row?.known_from === position && row.target === target && row.target_id === targetId &&
      row.linked_by === envelope.actor && row.linked_at.toISOString() === envelope.recordedAt
    )
  })
  return same ? null : broken
}
