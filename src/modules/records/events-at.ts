import type { Reader } from '../../platform/database/database.ts'

export interface SaidEvent {
  type: string
  actor: string
  recordedAt: string
  content: Record<string, unknown>
}

/** What the events at these positions say. */
export async function eventsAt(db: Reader, positions: number[]): Promise<Map<number, SaidEvent>> {
  if (positions.length === 0) return new Map()
  const rows = await db
    .selectFrom('events')
    .select(['position', 'payload'])
    .where('tenant_id', '=', db.tenantId)
    .where('position', 'in', positions)
    .execute()
  return new Map(rows.map(({ position, payload }) => [position, JSON.parse(payload.toString('utf8'))]))
}
