import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { currentOf, foundBy, unitConditions } from './conditions.ts'
import { pageQuery, viewOf } from './page.ts'
import { lastUnits } from './units.ts'
import { queryOf } from './words.ts'

/** The newest records of all kinds in which words stand. */
export async function findRecords(db: Reader, principal: Principal, catalogue: Catalogue, { text, limit }: { text: string; limit: number }) {
  const units = await unitConditions(db, principal, {})
  const conditions = [...currentOf(db), sql<boolean>`state = 'recorded'`, ...units, foundBy(queryOf(text), null)]
  const { rows } = await pageQuery(conditions, sql`occurred_on desc, record_id desc`, { offset: 0, limit }).execute(db)
  const names = await lastUnits(db)
  return rows.map(({ kind, ...row }) => {
    const { fields: _, ...record } = viewOf(row, names)
    return { ...record, kind, kindTitle: catalogue.kinds.get(kind)?.title ?? kind }
  })
}
