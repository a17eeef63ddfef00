import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { lastUnits } from '../../records/list/units.ts'
import { dutiesAsOwed } from './as-owed.ts'

/** Duties that are one's own in a unit, by the post one holds there. */
export interface Held {
  unitId: string
  duties: string[]
}

/** Whose post a duty is. */
function isOwnedBy({ owner }: { owner: { responsibility: string } | { post: string } }, post: { title: string; responsibility: string | null }): boolean {
  return 'responsibility' in owner ? owner.responsibility === post.responsibility : owner.post === post.title
}

/** The duties of the posts that the asking person holds on a day; none for an account without a person. */
export async function heldBy(db: Reader, catalogue: Catalogue, { accountId }: Principal, on: string): Promise<Held[]> {
  if (accountId === null) return []
  const posts = await db
    .selectFrom('accounts')
    .innerJoin('post_versions', (join) => join.onRef('post_versions.tenant_id', '=', 'accounts.tenant_id').onRef('post_versions.person_id', '=', 'accounts.person_id'))
    .select(['post_versions.unit_id', 'post_versions.title', 'post_versions.responsibility'])
    .where('accounts.tenant_id', '=', db.tenantId)
    .where('account_id', '=', accountId)
    .where('valid_from', '<=', on)
    .where('valid_to', '>', on)
    .where(knownAt(undefined, 'post_versions'))
    .execute()
  if (posts.length === 0) return []
  const asOwed = await dutiesAsOwed(db, catalogue, await lastUnits(db))
  const byUnit = new Map<string, Set<string>>()
  for (const post of posts) {
    const duties = byUnit.get(post.unit_id) ?? new Set<string>()
    byUnit.set(post.unit_id, duties)
    for (const id of catalogue.duties.keys()) {
      const duty = asOwed(id, post.unit_id, on)
      if (duty !== undefined && isOwnedBy(duty, post)) duties.add(id)
    }
  }
  return [...byUnit].flatMap(([unitId, duties]) => (duties.size === 0 ? [] : [{ unitId, duties: [...duties] }]))
}
