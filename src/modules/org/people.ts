import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts'
import { checkedDay } from './actions.ts'
import { requireUnit } from './queries.ts'
import { evolvePost } from './rules.ts'
import type { PostEvent, PostState } from './rules.ts'
import type { AsOf } from './tree.ts'

/** Adds a person of the organisation. The log holds the name only sealed, so that it can be erased later. */
export async function addPerson(tx: Tx, person: { name: string }): Promise<{ personId: string }> {
  const name = person.name.trim()
  if (name === '' || name.length > 60) throw new Invalid('bad-person', '姓名不能为空，也不能超过 60 字。')
  const personId = randomUUID()
  const key = randomBytes(32)
  tx.append(
    { type: 'person.added', subject: `person:${personId}`, content: { sealedName: seal(name, key) } },
    async (position) => {
      await tx.insertInto('person_keys').values({ tenant_id: tx.tenantId, person_id: personId, key }).execute()
      await tx
        .insertInto('persons')
        .values({ tenant_id: tx.tenantId, person_id: personId, name, known_from: position })
        .execute()
    },
  )
  return { personId }
}

/** Makes sure that a person exists whose name was not erased. @throws {NotFound} `no-person` */
export async function requirePerson(db: Reader, personId: string): Promise<void> {
  const person = await db
    .selectFrom('person_keys')
    .select('person_id')
    .where('tenant_id', '=', db.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (person === undefined) throw new NotFound('no-person', '没有这个人员，或其姓名已被抹去。', { personId })
}

/** Gives a person a post in a unit from a day on: 第一责任人, 组长 … */
export async function fillPost(
  tx: Tx,
  post: { unitId: string; personId: string; title: string; on: string },
): Promise<{ postId: string; version: number }> {
  await requireUnit(tx, post.unitId)
  const postId = randomUUID()
  const { unitId, personId, title } = post
  return appendPost(tx, postId, null, {
    type: 'post.filled',
    content: { unitId, personId, title, on: checkedDay(post.on) },
  })
}

/** Ends a post on a day. @throws {NotFound} `no-post` */
export async function leavePost(tx: Tx, order: { postId: string; on: string }) {
  const row = await tx
    .selectFrom('post_versions')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('post_id', '=', order.postId)
    .where(knownAt())
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('no-post', '没有这个岗位。', { postId: order.postId })
  return appendPost(tx, order.postId, toPost(row), { type: 'post.left', content: { on: checkedDay(order.on) } })
}

/** The posts of a unit on a day, with the names of those who held them. */
export async function postsOf(db: Reader, unitId: string, { on, position }: AsOf) {
  return db
    .selectFrom('post_versions')
    .innerJoin('persons', (join) =>
      join.onRef('persons.tenant_id', '=', 'post_versions.tenant_id').onRef('persons.person_id', '=', 'post_versions.person_id'),
    )
    .select(['post_id as postId', 'persons.person_id as personId', 'persons.name', 'title', 'valid_from as since'])
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
    valid_from: state.validFrom,
    valid_to: state.validTo ?? 'infinity',
  }
}

export function toPost(row: {
  version: number
  unit_id: string
  person_id: string
  title: string
  valid_from: string
  valid_to: string
}): PostState {
  return {
    version: row.version,
    unitId: row.unit_id,
    personId: row.person_id,
    title: row.title,
    validFrom: row.valid_from,
    validTo: row.valid_to === 'infinity' ? null : row.valid_to,
  }
}

/** AES-256-GCM: nonce (12 bytes), tag (16 bytes) and text, as base64. */
function seal(text: string, key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Opens a sealed text; throws when it or the key was changed. */
export function unseal(sealed: string, key: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
