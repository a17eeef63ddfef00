import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import type { listPeople } from './contract/people.ts'
import { postViews, postsBy } from './post-views.ts'
import { below, unitTree } from './tree.ts'

type Query = z.output<typeof listPeople.query>
type People = z.output<typeof listPeople.reply>

/**
 * The people whose posts are in the units of a scope, by name; who has no post at all is shown to those who may read
 * everything. Names come in the order of pinyin, and say nothing else.
 */
export async function peopleList(db: Reader, query: Query, { scope, today }: { scope: 'all' | ReadonlySet<string>; today: string }): Promise<People> {
  const within = query.unitId === undefined ? null : await below(db, [query.unitId])
  const units = await unitTree(db, { on: today })
  const posts = (await postViews(db, {})).filter(({ unitId }) => scope === 'all' || scope.has(unitId))
  const postsOf = postsBy(posts, 'personId')
  const rows = await db.selectFrom('persons').select(['person_id', 'name']).where('tenant_id', '=', db.tenantId).execute()
  const words = query.words.trim()
  const found = rows
    .map((row) => {
      const held = (postsOf.get(row.person_id) ?? []).map((post) => ({ ...post, unit: units.byId.get(post.unitId)?.name ?? '' }))
      const isPresent = (post: { since: string; until: string | null }) => post.since <= today && (post.until === null || post.until > today)
      return { personId: row.person_id, name: row.name, posts: held.sort((a, b) => Number(isPresent(b)) - Number(isPresent(a))), present: held.filter(isPresent) }
    })
    .filter((person) => scope === 'all' || person.posts.length > 0)
    .filter((person) => within === null || person.present.some(({ unitId }) => within.has(unitId)))
    .filter((person) => query.show === 'all' || (query.show === 'present') === person.present.length > 0)
    .filter((person) => words === '' || person.name.includes(words) || person.posts.some((post) => post.title.includes(words) || post.unit.includes(words)))
    .sort((a, b) => byName.compare(a.name, b.name) * (query.sort === 'name' ? 1 : -1) || (a.personId < b.personId ? -1 : 1))
  return {
    total: found.length,
    people: found.slice(query.offset, query.offset + query.limit).map(({ personId, name, posts: own }) => ({ personId, name, posts: own })),
  }
}

const byName = new Intl.Collator('zh-CN')
