import { randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts'
import { checkedDay } from './actions.ts'
import { requirePerson } from './people.ts'
import { requireUnit } from './queries.ts'
import { evolvePost } from './rules.ts'
import type { PostEvent, PostState, Responsibility } from './rules.ts'
import type { AsOf } from './tree.ts'

/** Gives a person a post in a unit from a day on: 第一责任人, 组长 … */
export async function fillPost(
  tx: Tx,
  post: { unitId: string; personId: string; title: string; responsibility?: Responsibility | null; on: string },
): Promise<{ postId: string; version: number }> {
  await requireUnit(tx, post.unitId)
  await requirePerson(tx, post.personId)
  const postId = randomUUID()
  const { unitId, personId, title, responsibility = null } = post
  return appendPost(tx, postId, null, {
    type: 'post.filled',
    content: { unitId, personId, title, responsibility, on: checkedDay(post.on) },
  })
}

/** Ends a post: from that day on it is no longer held. @throws {NotFound} `no-post`; {Invalid} `bad-day`, `post-left` */
export async function leavePost(tx: Tx, order: { postId: string; on: string }) {
  const post = await postState(tx, order.postId)
  const on = checkedDay(order.on)
  if (post.validTo !== null) throw new Invalid('post-left', `这个岗位已于 ${post.validTo} 离任。`, { postId: order.postId })
  if (on < post.validFrom) throw refusedDay(`离任不能早于任职的 ${post.validFrom}。`)
  return appendPost(tx, order.postId, post, { type: 'post.left', content: { on } })
}

/** A post as it now stands. @throws {NotFound} `no-post` */
export async function postState(db: Reader, postId: string): Promise<PostState> {
  const row = await db
    .selectFrom('post_versions')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where('post_id', '=', postId)
    .where(knownAt())
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('no-post', '没有这个岗位。', { postId })
  return toPost(row)
}

export function refusedDay(message: string): Invalid {
  return new Invalid('bad-day', message, { fields: [{ field: 'on', message }] })
}

/** The posts of a unit on a day, with the names of those who held them. */
export async function postsOf(db: Reader, unitId: string, { on, position }: AsOf) {
  return db
    .selectFrom('post_versions')
    .innerJoin('persons', (join) =>
      join.onRef('persons.tenant_id', '=', 'post_versions.tenant_id').onRef('persons.person_id', '=', 'post_versions.person_id'),
    )
    .select(['post_id as postId', 'persons.person_id as personId', 'persons.name', 'title', 'responsibility', 'valid_from as since'])
    .where('post_versions.tenant_id', '=', db.tenantId)
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', on)
    .where('valid_to', '>', on)
    .where(knownAt(position, 'post_versions'))
    .orderBy('title')
    .orderBy('post_id')
    .execute()
}

async function appendPost(tx: Tx, postId: string, previous: PostState | null, event: PostEvent) {
  const state = evolvePost(previous, event)
  tx.append({ ...event, subject: `post:${postId}` }, async (position) => {
    if (previous !== null) await closePost(tx, postId, previous.version, position)
    await tx.insertInto('post_versions').values({ tenant_id: tx.tenantId, post_id: postId, known_from: position, ...postColumns(state) }).execute()
  })
  return { postId, version: state.version }
}

async function closePost(tx: Tx, postId: string, version: number, position: number): Promise<void> {
  const closed = await tx
    .updateTable('post_versions')
    .set({ known_to: position })
    .where('tenant_id', '=', tx.tenantId)
    .where('post_id', '=', postId)
    .where('version', '=', version)
    .where(knownAt())
    .executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw new Conflict('stale-version', '这个岗位刚被修改过，请刷新后重试。', { postId })
}

export function postColumns(state: PostState) {
  return {
    version: state.version,
    unit_id: state.unitId,
    person_id: state.personId,
    title: state.title,
    responsibility: state.responsibility,
    valid_from: state.validFrom,
    valid_to: state.validTo ?? 'infinity',
  }
}

export function toPost(row: {
  version: number
  unit_id: string
  person_id: string
  title: string
  responsibility: string | null
  valid_from: string
  valid_to: string
}): PostState {
  return {
    version: row.version,
    unitId: row.unit_id,
    personId: row.person_id,
    title: row.title,
    responsibility: row.responsibility as Responsibility | null,
    validFrom: row.valid_from,
    validTo: row.valid_to === 'infinity' ? null : row.valid_to,
  }
}
