import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { canonicalText } from '../../../platform/events/envelope.ts'
import { idOf, type LoggedEvent } from '../../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../../platform/events/verify.ts'
import { createdTask, evolveTask, movedTask, withdrawnTask, type TaskVersion } from '../evolve.ts'
import type { Dispatched, TaskEvent } from '../events.ts'
import { toTaskVersion } from '../kept-task.ts'
import { taskIdOf } from '../task-id.ts'

/** Dispatches of so many units are compared at once. */
const AT_ONCE = 20

/** What an event must have made: the next version of a task, from the one it closed; null where it made the first. */
interface Made {
  taskId: string
  next(previous: TaskVersion | null): TaskVersion
}

/** Replays each event on the version it closed and compares what it made. */
export function taskProjection(): Projection {
  let [made, closed] = [0, 0]
  return {
    check: async (db, events) => {
      const own = events.filter(({ envelope }) => envelope.type === 'tasks.dispatched' || envelope.type.startsWith('task.'))
      for (let at = 0; at < own.length; at += AT_ONCE) {
        const part = own.slice(at, at + AT_ONCE)
        const stored = await versionsAround(db, part.map(({ position }) => position))
        for (const event of part) {
          const all = madeBy(db.tenantId, event)
          const broken = compare(event.position, all, stored)
          if (broken !== null) return broken
          made += all.length
          closed += all.filter(({ taskId }) => stored.closedAt.has(`${event.position} ${taskId}`)).length
        }
      }
      return null
    },
    finish: async (db) => {
      const { rows } = await sql<{ made: number; closed: number }>`
        select count(*) as made, count(*) filter (where known_to <> 9223372036854775807) as closed from task_versions where tenant_id = ${db.tenantId}
      `.execute(db)
      const stored = rows[0] ?? { made: 0, closed: 0 }
      if (stored.made === made && stored.closed === closed) return null
      return differs(1, `任务共 ${stored.made} 个版本（${stored.closed} 个已被取代），按日志应为 ${made} 个（${closed} 个）`)
    },
  }
}

function madeBy(tenantId: number, { envelope, ...event }: LoggedEvent): Made[] {
  if (envelope.type === 'tasks.dispatched') {
    const unitId = idOf({ ...event, envelope }, 'unit') ?? ''
    const { created, moved, withdrawn } = envelope.content as Dispatched
    return [
      ...created.map((dated) => ({ taskId: taskIdOf(tenantId, { duty: dated.duty, period: dated.period, unitId }), next: () => createdTask(unitId, dated) })),
      ...moved.map(({ taskId, ...dated }) => ({ taskId, next: (previous: TaskVersion | null) => movedTask(known(previous), dated) })),
      ...withdrawn.map((taskId) => ({ taskId, next: (previous: TaskVersion | null) => withdrawnTask(known(previous)) })),
    ]
  }
  const taskEvent = { type: envelope.type, content: envelope.content } as TaskEvent
  return [{ taskId: idOf({ ...event, envelope }, 'task') ?? '', next: (previous) => evolveTask(known(previous), taskEvent, envelope.actor) }]
}

interface Versions {
  madeAt: Map<string, TaskVersion>
  closedAt: Map<string, TaskVersion>
}

async function versionsAround(db: Reader, positions: number[]): Promise<Versions> {
  const versions: Versions = { madeAt: new Map(), closedAt: new Map() }
  const rows = await db
    .selectFrom('task_versions')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`(known_from = any(${positions}::bigint[]) or known_to = any(${positions}::bigint[]))`)
    .execute()
  for (const row of rows) {
    const version = toTaskVersion(row)
    versions.madeAt.set(`${row.known_from} ${row.task_id}`, version)
    versions.closedAt.set(`${row.known_to} ${row.task_id}`, version)
  }
  return versions
}

function compare(position: number, made: Made[], { madeAt, closedAt }: Versions): Break | null {
  for (const { taskId, next } of made) {
    const key = `${position} ${taskId}`
    const stored = madeAt.get(key)
    if (stored === undefined) return differs(position, `任务 ${taskId} 缺失`)
    const previous = closedAt.get(key) ?? null
    if ((previous === null) !== (stored.version === 1) || canonicalText(next(previous)) !== canonicalText(stored)) return differs(position, `任务 ${taskId} 与日志重放的结果不一致`)
  }
  return null
}

/** What has no version before it is told as missing, by what it makes being no version of this task. */
function known(previous: TaskVersion | null): TaskVersion {
  return previous ?? ({ version: 0 } as TaskVersion)
}

function differs(position: number, how: string): Break {
  return { position, code: 'projection-differs', reason: `位置 ${position}：${how}` }
}
