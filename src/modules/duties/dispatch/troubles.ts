import { knownAt } from '../../../platform/database/known.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { effectiveDuty } from '../effective.ts'
import { ownerWords } from '../satisfied-words.ts'
import { pathOf, type Facts } from './facts.ts'
import type { Planner } from './planner.ts'

const MOST = 30

/** What keeps a dispatch from being of use where it runs: posts nobody holds, duties that nobody owes or that never fall due. */
export async function troublesOf(db: Reader, facts: Facts, planner: Planner): Promise<string[]> {
  const held = await postsHeld(db, facts.today)
  const vacant = new Map<string, string[]>()
  const falling = new Set<string>()
  const owing = new Set<string>()
  for (const unit of planner.units()) {
    const path = pathOf(facts.units, unit.unitId)
    for (const { dated } of planner.wanted(unit, [])) falling.add(dated.duty)
    for (const shipped of facts.duties) {
      const duty = effectiveDuty(shipped, facts.changes, path, facts.today)
      const isOwed = duty?.owedBy.some((type) => type === unit.type) === true && facts.adoptions.some(({ pack, unitId }) => pack === shipped.pack && path.includes(unitId))
      if (duty === null || !isOwed) continue
      owing.add(duty.id)
      const post = 'responsibility' in duty.owner ? `~${duty.owner.responsibility}` : duty.owner.post
      if (held.get(unit.unitId)?.has(post) === true) continue
      const words = ownerWords(duty)
      vacant.set(words, [...(vacant.get(words) ?? []).filter((name) => name !== unit.name), unit.name])
    }
  }
  const troubles = [...vacant].map(([post, names]) => `没有人担任“${post}”：${names.slice(0, 5).join('、')}${names.length > 5 ? `等 ${names.length} 个单位` : ''}。请在单位页面任命，否则这些任务无人承担。`)
  for (const duty of facts.duties) {
    if (!owing.has(duty.id)) troubles.push(`“${duty.title}”没有任何单位承担：所采用的单位中没有它要求的类型。`)
    else if (!falling.has(duty.id) && (duty.cadence.type === 'every' || duty.cadence.type === 'once')) troubles.push(`“${duty.title}”在 ${facts.horizon.slice(0, 4)} 年底之前不会到期。`)
    if (duty.satisfied === undefined && duty.cadence.type !== 'standing') troubles.push(`“${duty.title}”没有写明用哪种台账核销，只能结清为不适用或未开展。`)
  }
  return troubles.slice(0, MOST)
}

/** The posts held in each unit on a day: titles, and responsibilities behind a `~`. */
async function postsHeld(db: Reader, on: string): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('post_versions')
    .select(['unit_id', 'title', 'responsibility'])
    .where('tenant_id', '=', db.tenantId)
    .where('valid_from', '<=', on)
    .where('valid_to', '>', on)
    .where(knownAt())
    .execute()
  const held = new Map<string, Set<string>>()
  for (const { unit_id: unitId, title, responsibility } of rows) {
    const posts = held.get(unitId) ?? new Set<string>()
    held.set(unitId, posts.add(title).add(`~${responsibility ?? ''}`))
  }
  return held
}
