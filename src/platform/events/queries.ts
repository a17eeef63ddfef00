import type { Reader } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import { GENESIS } from './chain.ts'

export interface EventFilters {
  types?: string | undefined
  subject?: string | undefined
  actor?: string | undefined
  from?: string | undefined
  before?: string | undefined
}

// What one question reads at most: some tens of milliseconds. A rare event of long ago takes several questions.
const STRETCH = 200_000
const LONGEST_LISTED = 8_192
const dayMs = 24 * 3_600_000

/**
 * The events below a position that fit, newest first. No index serves the filters, so that recording stays fast:
 * positions are gapless, and every question looks at a bounded stretch of them.
 */
export async function eventsBelow(db: Reader, filters: EventFilters, { below, limit }: { below: number; limit: number }) {
  const lowest = await firstPositionSince(db, filters.from, below)
  const top = filters.before === undefined ? below : Math.min(below, await positionAfter(db, filters.before, below))
  const bottom = Math.max(lowest, top - STRETCH)
  let query = db
    .selectFrom('events')
    .select(['position', 'type', 'subject', 'actor', 'recorded_at', 'pack', 'payload', 'payload_hash', 'hash'])
    .where('tenant_id', '=', db.tenantId)
    .where('position', '<', top)
    .where('position', '>=', bottom)
  if (filters.types !== undefined) query = query.where('type', 'in', filters.types.split(','))
  if (filters.subject !== undefined) query = query.where('subject', '=', filters.subject)
  if (filters.actor !== undefined) query = query.where('actor', '=', filters.actor)
  if (filters.from !== undefined) query = query.where('recorded_at', '>=', new Date(filters.from))
  if (filters.before !== undefined) query = query.where('recorded_at', '<', new Date(filters.before))
  const rows = await query.orderBy('position', 'desc').limit(limit).execute()
  const reached = rows.length === limit ? (rows.at(-1)?.position ?? bottom) : bottom
  return { rows, next: reached > lowest ? reached : null }
}

export type EventRow = Awaited<ReturnType<typeof eventsBelow>>['rows'][number]

export function eventView(row: EventRow) {
  const { position, type, subject, actor, pack } = row
  return { position, type, subject, actor, pack, recordedAt: row.recorded_at.toISOString(), content: contentOf(row.payload) }
}

function contentOf(payload: Buffer): Record<string, unknown> | null {
  if (payload.length > LONGEST_LISTED) return null
  return (JSON.parse(payload.toString('utf8')) as { content: Record<string, unknown> }).content
}

/** An event with the hash that it follows. @throws {NotFound} `no-event` */
export async function eventAt(db: Reader, position: number) {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where('position', 'in', [position - 1, position])
    .orderBy('position', 'desc')
    .execute()
  const [row, previous] = rows
  if (row === undefined || row.position !== position) throw new NotFound('no-event', `日志没有第 ${position} 位。`)
  return {
    position,
    type: row.type,
    subject: row.subject,
    actor: row.actor,
    recordedAt: row.recorded_at.toISOString(),
    pack: row.pack,
    payload: row.payload.toString('utf8'),
    payloadHash: row.payload_hash.toString('hex'),
    previousHash: (previous?.hash ?? GENESIS).toString('hex'),
    hash: row.hash.toString('hex'),
  }
}

/** Where to begin for events since a moment; a day earlier, for a long verb is recorded after shorter ones that began later. */
async function firstPositionSince(db: Reader, moment: string | undefined, below: number): Promise<number> {
  return moment === undefined ? 1 : firstAt(db, new Date(Date.parse(moment) - dayMs), below)
}

async function positionAfter(db: Reader, moment: string, below: number): Promise<number> {
  return firstAt(db, new Date(Date.parse(moment) + dayMs), below)
}

/** The first position recorded at a moment or later, found by halving: positions follow time but for long verbs. */
async function firstAt(db: Reader, moment: Date, below: number): Promise<number> {
  let [low, high] = [1, below]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const found = await db
      .selectFrom('events')
      .select('recorded_at')
      .where('tenant_id', '=', db.tenantId)
      .where('position', '=', middle)
      .executeTakeFirst()
    if (found !== undefined && found.recorded_at < moment) low = middle + 1
    else high = middle
  }
  return low
}
