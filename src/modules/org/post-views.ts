import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import type { PostView } from './contract/units.ts'
import { responsibilities } from './rules.ts'

type View = z.output<typeof PostView>

interface Chosen {
  /** Only those of these units; of all where left out. */
  unitIds?: string[]
  /** Only those held on a day. */
  on?: string
}

/** Posts with the names of who holds them, in the order of their responsibility, then as they were filled. */
export async function postViews(db: Reader, { unitIds, on }: Chosen): Promise<View[]> {
  if (unitIds?.length === 0) return []
  let query = db
    .selectFrom('post_versions')
    .innerJoin('persons', (join) => join.onRef('persons.tenant_id', '=', 'post_versions.tenant_id').onRef('persons.person_id', '=', 'post_versions.person_id'))
    .select(['post_id', 'post_versions.person_id', 'name', 'unit_id', 'title', 'responsibility', 'valid_from', 'valid_to'])
    .where('post_versions.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 'post_versions'))
    .orderBy('valid_from')
    .orderBy('post_versions.known_from')
  if (unitIds !== undefined) query = query.where('unit_id', 'in', unitIds)
  if (on !== undefined) query = query.where('valid_from', '<=', on).where('valid_to', '>', on)
  const rows = await query.execute()
  return rows
    .map((row) => ({
      postId: row.post_id,
      personId: row.person_id,
      name: row.name,
      unitId: row.unit_id,
      title: row.title,
      responsibility: row.responsibility,
      since: row.valid_from,
      until: row.valid_to === 'infinity' ? null : row.valid_to,
    }))
    .sort((a, b) => rankOf(a) - rankOf(b))
}

/** Posts put together by unit or by person. */
export function postsBy<P extends View>(posts: P[], key: 'unitId' | 'personId'): Map<string, P[]> {
  const groups = new Map<string, P[]>()
  for (const post of posts) groups.set(post[key], [...(groups.get(post[key]) ?? []), post])
  return groups
}

function rankOf({ responsibility }: View): number {
  const at = (responsibilities as readonly (string | null)[]).indexOf(responsibility)
  return at === -1 ? responsibilities.length : at
}
