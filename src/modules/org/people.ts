import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'

/** Adds a person of the organisation. The log holds the name only sealed, so that it can be erased later. */
export async function addPerson(tx: Tx, person: { name: string }): Promise<{ personId: string }> {
  const name = person.name.trim()
  if (name === '' || name.length > 60) throw badName()
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

/**
 * Erases a person's name for good: its key is destroyed, so that what the log holds can no longer be read.
 *
 * @throws {NotFound} `no-person`; {Invalid} `person-in-post` while the person holds a post
 */
export async function erasePerson(tx: Tx, { personId, on }: { personId: string; on: string }): Promise<void> {
  await requirePerson(tx, personId)
  const held = await tx
    .selectFrom('post_versions')
    .select('title')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('valid_to', '>', on)
    .where(knownAt())
    .executeTakeFirst()
  if (held !== undefined) throw new Invalid('person-in-post', `这个人现在还任“${held.title}”，请先登记离任，再抹去姓名。`, { personId })
  tx.append({ type: 'person.erased', subject: `person:${personId}`, content: {} }, async () => {
    await tx.deleteFrom('person_keys').where('tenant_id', '=', tx.tenantId).where('person_id', '=', personId).execute()
    await tx.updateTable('persons').set({ name: '' }).where('tenant_id', '=', tx.tenantId).where('person_id', '=', personId).execute()
  })
}

function badName(): Invalid {
  const message = '姓名不能为空，也不能超过 60 字。'
  return new Invalid('bad-person', message, { fields: [{ field: 'name', message }] })
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
