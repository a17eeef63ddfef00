import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { currentOf, foundBy, unitConditions, type Narrowed } from './conditions.ts'
import { newestFirst, orderBy, pageQuery, viewOf } from './page.ts'
import { lastUnits } from './units.ts'
import { queryOf } from './words.ts'

/** The newest records of all kinds in which words stand. */
export async function findRecords(db: Reader, principal: Principal, catalogue: Catalogue, { text, limit }: { text: string; limit: number }) {
  const units = await unitConditions(db, principal, {})
  const search = await foundBy(db, queryOf(text), null)
  const conditions = [...currentOf(db), sql<boolean>`state = 'recorded'`, ...units, ...search.conditions]
  const ids = search.found === null ? null : await newestOf(db, { conditions, found: search.found }, limit)
  const meant = ids === null ? conditions : [...currentOf(db), sql<boolean>`record_id = any(${ids}::uuid[])`]
  const { rows } = await pageQuery(meant, newestFirst, { offset: 0, limit }).execute(db)
  const names = await lastUnits(db)
  return rows.map(({ kind, ...row }) => {
    const { fields: _, ...record } = viewOf(row, names)
    return { ...record, kind, kindTitle: catalogue.kinds.get(kind)?.title ?? kind }
  })
}

/**
 * The newest of many: each kind is walked from its newest day until enough of what was found has come, in place of
 * reading every version there is. `is true` keeps the planner from turning the walk into a join.
 */
export async function newestOf(db: Reader, { conditions, found }: Pick<Narrowed, 'conditions' | 'found'>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`
    with found as materialized (select ${found} as record_id)
    select newest.record_id from (select distinct kind as walked from field_columns where tenant_id = ${db.tenantId}) kinds
    cross join lateral (
      select record_id, occurred_on from record_versions
      where ${sql.join(conditions, sql` and `)} and kind = walked and (record_id in (select record_id from found)) is true
      order by ${orderBy(newestFirst)} limit ${limit}
    ) newest order by ${orderBy(newestFirst)} limit ${limit}
  `.execute(db)
  return rows.map((row) => row.record_id)
}
