import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { canonicalText } from '../../platform/events/envelope.ts'
import { idOf } from '../../platform/events/logged-event.ts'
import type { LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../platform/events/verify.ts'
import { columnMap } from './columns.ts'
import type { ColumnMap } from './columns.ts'
import { toVersion } from './queries.ts'
import { evolve, projectVersion } from './rules.ts'
import type { RecordEvent } from './rules.ts'

const OPEN_END = '9223372036854775807'

/** Replays record events against the versions that figures are computed from, and counts them. */
export function recordProjection(): Projection & { replayed(): number } {
  const maps = new Map<string, ColumnMap>()
  let replayed = 0
  return {
    check: async (db, events) => {
      const own = events.filter((event) => idOf(event, 'record') !== null)
      const versions = await versionsAround(db, own)
      replayed += own.length
      for (const event of own) {
        const broken = await checkVersion(db, event, versions, maps)
        if (broken !== null) return broken
      }
      return null
    },
    finish: (db) => checkAll(db, replayed),
    replayed: () => replayed,
  }
}

type Row = Awaited<ReturnType<typeof loadVersions>>[number]

/** Versions of the records of a stretch by record and position: what each event found and what it made. */
interface Versions {
  madeAt: Map<string, Row>
  closedAt: Map<string, Row>
}

async function versionsAround(db: Reader, events: LoggedEvent[]): Promise<Versions> {
  const ids = [...new Set(events.map((event) => idOf(event, 'record') ?? ''))]
  const rows = ids.length === 0 ? [] : await loadVersions(db, ids)
  return {
    madeAt: new Map(rows.map((row) => [`${row.record_id}@${row.known_from}`, row])),
    closedAt: new Map(rows.map((row) => [`${row.record_id}@${row.closed_at}`, row])),
  }
}

async function loadVersions(db: Reader, ids: string[]) {
  return db
    .selectFrom('record_versions')
    .selectAll()
    .select(sql<string>`known_to::text`.as('closed_at'))
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`record_id = any(${ids}::uuid[])`)
    .execute()
}

async function checkVersion(
  db: Reader,
  event: LoggedEvent,
  { madeAt, closedAt }: Versions,
  maps: Map<string, ColumnMap>,
): Promise<Break | null> {
  const { position, envelope } = event
  const recordId = idOf(event, 'record') ?? ''
  const row = madeAt.get(`${recordId}@${position}`)
  if (row === undefined) return differs(position, recordId, '缺少这一版本')
  const before = closedAt.get(`${recordId}@${position}`)
  const step = { type: envelope.type, content: envelope.content } as RecordEvent
  if ((before === undefined) !== (step.type === 'record.entered')) return differs(position, recordId, '前一版本的有效区间')
  const state = evolve(before === undefined ? null : toVersion(before), step, envelope.pack)

  const map = maps.get(state.kind) ?? (await columnMap(db, state.kind))
  maps.set(state.kind, map)
  const expected: Record<string, unknown> = {
    ...projectVersion(state, map),
    recorded_by: envelope.actor,
    recorded_at: envelope.recordedAt,
    fields: canonicalText(state.fields),
  }
  const actual: Record<string, unknown> = {
    ...row,
    recorded_at: row.recorded_at.toISOString(),
    fields: canonicalText(row.fields),
  }
  const column = Object.keys(actual).find((name) => !UNCOMPARED.has(name) && (actual[name] ?? null) !== (expected[name] ?? null))
  return column === undefined ? null : differs(position, recordId, `列 ${column}`)
}

const UNCOMPARED = new Set(['tenant_id', 'record_id', 'known_from', 'known_to', 'closed_at'])

/** Every version came from an event, and is open exactly when no later one follows it. */
async function checkAll(db: Reader, replayed: number): Promise<Break | null> {
  const stray = await sql<{ position: number; record_id: string }>`
    select v.known_from as position, v.record_id from record_versions v
    left join events e on e.tenant_id = v.tenant_id and e.position = v.known_from and e.subject = 'record:' || v.record_id
    left join record_versions n
      on n.tenant_id = v.tenant_id and n.record_id = v.record_id and n.version = v.version + 1
    where v.tenant_id = ${db.tenantId}
      and (e.position is null or v.known_to <> coalesce(n.known_from, ${sql.lit(OPEN_END)}::bigint))
    order by v.known_from limit 1
  `.execute(db)
  const first = stray.rows[0]
  if (first !== undefined) return differs(first.position, first.record_id, '有效区间，或这一版本没有事件')
  const { count } = await db
    .selectFrom('record_versions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', db.tenantId)
    .executeTakeFirstOrThrow()
  return count === replayed ? null : { position: 1, code: 'projection-differs', reason: `记录版本共 ${count} 个，按日志应为 ${replayed} 个` }
}

function differs(position: number, recordId: string, what: string): Break {
  return { position, code: 'projection-differs', reason: `位置 ${position}：记录 ${recordId} 的${what}与日志重放的结果不一致` }
}
