import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { idOf } from '../../platform/events/logged-event.ts'
import type { LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../platform/events/verify.ts'
import { unseal } from './people.ts'
import { toPost } from './posts.ts'
import { toSlice } from './queries.ts'
import { evolvePost, evolveUnit } from './rules.ts'
import type { PostEvent, PostState, UnitEvent, UnitState } from './rules.ts'

interface Version<State> {
  state: State
  knownFrom: number
  closedAt: number | null
}

interface SealedName {
  position: number
  /** Null once the name was erased. */
  sealedName: string | null
}

/** Replays the events of units, posts and persons against their tables; an organisation has few of them. */
export function orgProjection(): Projection {
  const units = new Map<string, Version<UnitState>[]>()
  const posts = new Map<string, Version<PostState>[]>()
  const names = new Map<string, SealedName>()
  return {
    check: async (_db, events) => {
      for (const event of events) {
        replay(units, event, 'unit', (previous) => evolveUnit(previous, step<UnitEvent>(event)))
        replay(posts, event, 'post', (previous) => evolvePost(previous, step<PostEvent>(event)))
        const personId = idOf(event, 'person')
        if (personId === null) continue
        const { sealedName = null } = event.envelope.content as { sealedName?: string }
        names.set(personId, { position: event.position, sealedName })
      }
      return null
    },
    finish: async (db) =>
      compare(units, await storedUnits(db), '单位') ?? compare(posts, await storedPosts(db), '岗位') ?? checkNames(db, names),
  }
}

function step<E>(event: LoggedEvent): E {
  return { type: event.envelope.type, content: event.envelope.content } as E
}

function replay<State>(
  all: Map<string, Version<State>[]>,
  event: LoggedEvent,
  prefix: string,
  evolve: (previous: State | null) => State,
): void {
  const id = idOf(event, prefix)
  // Other modules tell of units too, as of the tasks that a unit was given.
  if (id === null || !event.envelope.type.startsWith(`${prefix}.`)) return
  const versions = all.get(id) ?? []
  const last = versions.at(-1)
  const state = evolve(last?.state ?? null)
  if (last !== undefined) last.closedAt = event.position
  versions.push({ state, knownFrom: event.position, closedAt: null })
  all.set(id, versions)
}

async function storedUnits(db: Reader): Promise<Map<string, Version<UnitState>[]>> {
  const rows = await db
    .selectFrom('unit_versions')
    .selectAll()
    .select(sql<number | null>`nullif(known_to, 9223372036854775807)`.as('closed_at'))
    .where('tenant_id', '=', db.tenantId)
    .orderBy('known_from')
    .orderBy('valid_from')
    .execute()
  const stored = new Map<string, Version<UnitState>[]>()
  for (const row of rows) {
    const versions = stored.get(row.unit_id) ?? []
    const last = versions.at(-1)
    if (last !== undefined && last.knownFrom === row.known_from) last.state.slices.push(toSlice(row))
    else versions.push({ state: { version: row.version, slices: [toSlice(row)] }, knownFrom: row.known_from, closedAt: row.closed_at })
    stored.set(row.unit_id, versions)
  }
  return stored
}

async function storedPosts(db: Reader): Promise<Map<string, Version<PostState>[]>> {
  const rows = await db
    .selectFrom('post_versions')
    .selectAll()
    .select(sql<number | null>`nullif(known_to, 9223372036854775807)`.as('closed_at'))
    .where('tenant_id', '=', db.tenantId)
    .orderBy('known_from')
    .execute()
  const stored = new Map<string, Version<PostState>[]>()
  for (const row of rows) {
    const version = { state: toPost(row), knownFrom: row.known_from, closedAt: row.closed_at }
    stored.set(row.post_id, [...(stored.get(row.post_id) ?? []), version])
  }
  return stored
}

function compare<State extends { version: number; slices?: unknown[] }>(
  replayed: Map<string, Version<State>[]>,
  stored: Map<string, Version<State>[]>,
  what: string,
): Break | null {
  for (const id of new Set([...replayed.keys(), ...stored.keys()])) {
    // A unit closed from its first day on has a version without slices, which leaves no rows.
    const expected = (replayed.get(id) ?? []).filter(({ state }) => state.slices?.length !== 0)
    const actual = stored.get(id) ?? []
    const at = Math.max(expected.length, actual.length)
    for (let n = 0; n < at; n += 1) {
      if (textOf(expected[n]) === textOf(actual[n])) continue
      const position = expected[n]?.knownFrom ?? actual[n]?.knownFrom ?? 1
      return { position, code: 'projection-differs', reason: `位置 ${position}：${what} ${id} 与日志重放的结果不一致` }
    }
  }
  return null
}

function textOf<State>(version: Version<State> | undefined): string {
  return JSON.stringify(version, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** A name that was erased can no longer be compared; it and its key must then be gone, and only then. */
async function checkNames(db: Reader, names: Map<string, SealedName>): Promise<Break | null> {
  const rows = await db
    .selectFrom('persons')
    .leftJoin('person_keys', (join) =>
      join.onRef('person_keys.tenant_id', '=', 'persons.tenant_id').onRef('person_keys.person_id', '=', 'persons.person_id'),
    )
    .select(['persons.person_id', 'persons.name', 'key'])
    .where('persons.tenant_id', '=', db.tenantId)
    .execute()
  for (const { person_id: id, name, key } of rows) {
    const sealed = names.get(id)
    const erased = sealed?.sealedName === null
    const expected = sealed === undefined ? null : sealed.sealedName === null ? '' : key === null ? null : opened(sealed.sealedName, key)
    if (name !== expected || erased !== (key === null)) {
      const position = sealed?.position ?? 1
      return { position, code: 'projection-differs', reason: `位置 ${position}：人员 ${id} 的姓名与日志不一致` }
    }
  }
  return null
}

function opened(sealed: string, key: Buffer): string | null {
  try {
    return unseal(sealed, key)
  } catch {
    return null
  }
}
