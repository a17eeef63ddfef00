import type { Reader } from '../../../platform/database/database.ts'
import { canonicalText } from '../../../platform/events/envelope.ts'
import { idOf, type LoggedEvent } from '../../../platform/events/logged-event.ts'
import type { Projection } from '../../../platform/events/verify.ts'
import { contentOf } from '../changes.ts'
import { evolveChange, type ChangeVersion } from '../evolve-change.ts'
import type { AdoptionEvent, ChangeEvent } from '../events.ts'

/** A version by what it says and between which positions it was current; `id` names what it is of. */
interface Version {
  id: string
  from: number
  /** 2^63 - 1 while it is current, as the driver reads it. */
  to: number
  state: object
}

const OPEN_END = Number(9223372036854775807n)

/** Which packs' duties were taken on, for whom and when. */
export function adoptionProjection(): Projection {
  return replaying('duty-adoption', '责任事项的采用', (previous: object | null, { type, content }: AdoptionEvent, actor) => {
    if (type === 'duty.adopted') return { version: 1, ...content, untilOn: 'infinity', changedBy: actor }
    return { ...previous, version: (previous as { version: number }).version + 1, untilOn: content.untilOn, changedBy: actor }
  }, async (db) => {
    const rows = await db.selectFrom('duty_adoptions').selectAll().where('tenant_id', '=', db.tenantId).orderBy('known_from').execute()
    return rows.map((row) => ({
      id: row.adoption_id, from: row.known_from, to: row.known_to,
      state: { version: row.version, pack: row.pack, unitId: row.unit_id, fromOn: row.from_on, untilOn: row.until_on, changedBy: row.changed_by },
    }))
  })
}

/** What was changed of duties, by whom asked and answered. */
export function changeProjection(): Projection {
  return replaying('duty-change', '责任事项的变更', (previous: ChangeVersion | null, event: ChangeEvent, actor) => evolveChange(previous, event, actor), async (db) => {
    const rows = await db.selectFrom('duty_changes').selectAll().where('tenant_id', '=', db.tenantId).orderBy('known_from').execute()
    return rows.map((row) => ({
      id: row.change_id, from: row.known_from, to: row.known_to,
      state: {
        version: row.version, duty: row.duty, unitId: row.unit_id, fromOn: row.from_on, content: contentOf(row.content), state: row.state,
        reason: row.reason, askedBy: row.asked_by, askedAccount: row.asked_account, answeredBy: row.answered_by, answer: row.answer,
      },
    }))
  })
}

/** Of these there are few: all are replayed and compared at the end of the log. */
function replaying<Event, State extends object>(
  prefix: string,
  what: string,
  evolve: (previous: State | null, event: Event, actor: string) => State,
  read: (db: Reader) => Promise<Version[]>,
): Projection {
  const versions: (Version & { state: State })[] = []
  const last = new Map<string, Version & { state: State }>()
  const replay = (event: LoggedEvent, id: string) => {
    const before = last.get(id)
    const { type, content, actor } = event.envelope
    if (before !== undefined) before.to = event.position
    const version = { id, from: event.position, to: OPEN_END, state: evolve(before?.state ?? null, { type, content } as Event, actor) }
    last.set(id, version)
    versions.push(version)
  }
  return {
    check: async (_db, events) => {
      for (const event of events) {
        const id = idOf(event, prefix)
        if (id !== null) replay(event, id)
      }
      return null
    },
    finish: async (db) => {
      const stored = await read(db)
      const at = Array.from({ length: Math.max(stored.length, versions.length) }, (_, index) => [versions[index], stored[index]] as const)
      const different = at.find(([expected, found]) => expected === undefined || found === undefined || canonicalText(expected) !== canonicalText(found))
      if (different === undefined) return null
      const position = different[0]?.from ?? different[1]?.from ?? 1
      return { position, code: 'projection-differs', reason: `位置 ${position}：${what}与日志重放的结果不一致` }
    },
  }
}
