import type { Database, Reader } from '../database/database.ts'
import type { Checkpoint } from './chain.ts'
import { GENESIS, chainHash } from './chain.ts'
import { eventOf } from './logged-event.ts'
import type { LoggedEvent } from './logged-event.ts'
import { sha256 } from './envelope.ts'

/** The first place where the log or what was made of it is not what was recorded; `reason` is Chinese. */
export interface Break {
  position: number
  code: string
  reason: string
}

/** Compares current state with the log; each module that projects events brings one. */
export interface Projection {
  /** Checks what the events of one stretch (in order) made, and that nothing else was made in it. */
  check(db: Reader, events: LoggedEvent[]): Promise<Break | null>
  /** Checks what only shows at the end of the log. */
  finish?(db: Reader): Promise<Break | null>
}

export interface Verification {
  checkpoint: Checkpoint
  events: number
  /** Null when everything is as recorded. */
  broken: Break | null
}

const STRETCH = 1_000

/**
 * Recomputes a tenant's log from its first event and replays it against current state, in one snapshot and in
 * stretches of bounded size. An earlier `anchor` (of an issued report, of a backup) must lie on the chain.
 */
export async function verifyLog(
  database: Database,
  tenantId: number,
  options: {
    projections: Projection[]
    anchor?: Checkpoint
    onProgress?: (progress: { position: number; of: number }) => void
  },
): Promise<Verification> {
  return database.read(tenantId, async (db) => {
    const head = await db.selectFrom('log_heads').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
    const checkpoint = { position: head?.position ?? 0, hash: head?.hash.toString('hex') ?? '' }
    let previous: Buffer = GENESIS
    let position = 0
    const outcome = (broken: Break | null): Verification => ({ checkpoint, events: position, broken })
    for (;;) {
      const rows = await stretchQuery(db, position).execute()
      const events: LoggedEvent[] = []
      for (const row of rows) {
        const broken = checkRow(row, position + 1, previous) ?? checkAnchor(row, options.anchor)
        if (broken !== null) return outcome(broken)
        const event = eventOf(row)
        if (!columnsAgree(row, event)) return outcome(columnChanged(row.position))
        events.push(event)
        previous = row.hash
        position = row.position
      }
      for (const projection of options.projections) {
        const broken = events.length === 0 ? null : await projection.check(db, events)
        if (broken !== null) return outcome(broken)
      }
      options.onProgress?.({ position, of: checkpoint.position })
      if (rows.length < STRETCH) break
    }
    if (position !== checkpoint.position || previous.toString('hex') !== checkpoint.hash) {
      return outcome(headBroken(position, checkpoint))
    }
    if (options.anchor !== undefined && options.anchor.position > position) {
      return outcome({ position: position + 1, code: 'truncated', reason: `日志只到位置 ${position}，而凭据已到 ${options.anchor.position}：末尾被删除` })
    }
    for (const projection of options.projections) {
      const broken = (await projection.finish?.(db)) ?? null
      if (broken !== null) return outcome(broken)
    }
    return outcome(null)
  })
}

type Row = Awaited<ReturnType<ReturnType<typeof stretchQuery>['execute']>>[number]

/** The next events after a position. */
export function stretchQuery(db: Reader, position: number) {
  return db
    .selectFrom('events')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(STRETCH)
}

function checkRow(row: Row, expected: number, previous: Buffer): Break | null {
  if (row.position !== expected) {
    return { position: expected, code: 'gap', reason: `缺少位置 ${expected} 的事件` }
  }
  const { position } = row
  if (!sha256(row.payload).equals(row.payload_hash)) {
    return { position, code: 'payload-changed', reason: `位置 ${position} 的事件内容被改动（与其哈希不符）` }
  }
  if (!chainHash(previous, position, row.payload_hash).equals(row.hash)) {
    return { position, code: 'chain-broken', reason: `位置 ${position} 的事件与前一事件不衔接（链哈希不符）` }
  }
  return null
}

/** The typed columns of an event are projections of its payload. */
function columnsAgree(row: Row, { envelope }: LoggedEvent): boolean {
  return (
    envelope.type === row.type &&
    envelope.subject === row.subject &&
    envelope.actor === row.actor &&
    envelope.pack === row.pack &&
    envelope.recordedAt === row.recorded_at.toISOString()
  )
}

function columnChanged(position: number): Break {
  return { position, code: 'column-changed', reason: `位置 ${position} 的事件的列与其内容不一致` }
}

function checkAnchor(row: Row, anchor: Checkpoint | undefined): Break | null {
  if (anchor === undefined || anchor.position !== row.position || anchor.hash === row.hash.toString('hex')) return null
  return { position: row.position, code: 'anchor-differs', reason: `位置 ${row.position} 的哈希与所持凭据不符：此前的日志被整体改写` }
}

function headBroken(position: number, head: Checkpoint): Break {
  if (head.position > position) {
    return { position: position + 1, code: 'truncated', reason: `日志末尾被删除：应到位置 ${head.position}，实到 ${position}` }
  }
  return { position: Math.max(head.position, 1), code: 'head-changed', reason: `日志的末端记录（位置 ${head.position}）被改动` }
}
