import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { idOf } from '../../../platform/events/logged-event.ts'
import type { LoggedEvent } from '../../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../../platform/events/verify.ts'
import type { AttachedContent } from './actions.ts'
import { selectEvidence } from './queries.ts'

/** Replays what was attached and detached against the table of evidence: a file exchanged there would prove something else. */
export function evidenceProjection(): Projection {
  let attached = 0
  let detached = 0
  return {
    check: async (db, events) => {
      const own = events.filter((event) => idOf(event, 'evidence') !== null)
      const stored = await storedOf(db, own)
      for (const event of own) {
        if (event.envelope.type === 'evidence.attached') attached += 1
        else detached += 1
        const broken = checkEvent(event, stored)
        if (broken !== null) return broken
      }
      return null
    },
    finish: async (db) => {
      const stored = await countsOf(db)
      if (stored.count === attached && stored.detached === detached) return null
      const told = (all: number, gone: number) => `${all} 份（移除 ${gone} 份）`
      return { position: 1, code: 'projection-differs', reason: `佐证共 ${told(stored.count, stored.detached)}，按日志应为 ${told(attached, detached)}` }
    },
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEvidence>['execute']>>[number]

async function storedOf(db: Reader, events: LoggedEvent[]): Promise<Map<string, Row>> {
  const ids = [...new Set(events.map((event) => idOf(event, 'evidence') ?? ''))]
  const rows = ids.length === 0 ? [] : await selectEvidence(db).where(sql<boolean>`evidence_id = any(${ids}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.evidence_id, row]))
}

function checkEvent(event: LoggedEvent, stored: Map<string, Row>): Break | null {
  const { position, envelope } = event
  const row = stored.get(idOf(event, 'evidence') ?? '')
  if (row === undefined) return differs(position, '缺失')
  if (envelope.type === 'evidence.detached') return row.detached_at === position ? null : differs(position, '移除的位置不一致')
  const said = envelope.content as AttachedContent
  const same =
    row.known_from === position && row.record_id === said.recordId && row.name === said.name && row.media_type === said.mediaType &&
    row.sha256 === said.sha256 && row.bytes === said.bytes && row.stands_for === said.standsFor &&
    row.received_by === envelope.actor && row.received_at.toISOString() === envelope.recordedAt
  return same ? null : differs(position, '与日志重放的结果不一致')
}

async function countsOf(db: Reader): Promise<{ count: number; detached: number }> {
  const { rows } = await sql<{ count: number; detached: number }>`
    select count(*) as count, count(*) filter (where known_to <> 9223372036854775807) as detached
    from evidence where tenant_id = ${db.tenantId}
  `.execute(db)
  return rows[0] ?? { count: 0, detached: 0 }
}

function differs(position: number, how: string): Break {
  return { position, code: 'projection-differs', reason: `位置 ${position}：佐证${how}` }
}
