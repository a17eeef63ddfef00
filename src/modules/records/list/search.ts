import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { currentOf, foundBy, unitConditions } from './conditions.ts'
import { inOnePass, newestFirst, viewOf } from './page.ts'
import { lastUnits } from './units.ts'
import { queryOf } from './words.ts'

/** The newest records of all kinds in which words stand. */
export async function findRecords(db: Reader, principal: Principal, catalogue: Catalogue, { text, limit }: { text: string; limit: number }) {
  const units = await unitConditions(db, principal, {})
  const search = await foundBy(db, queryOf(text), null)
  const conditions = [...currentOf(db), sql<boolean>`state = 'recorded'`, ...units, ...search.conditions]
  const { rows } = await inOnePass(db, { columns: new Map(), conditions, found: search.found }, newestFirst, { offset: 0, limit })
  const names = await lastUnits(db)
  return rows.map(({ kind, ...row }) => {
    const { fields: _, ...record } = viewOf(row, names)
    return { ...record, kind, kindTitle: catalogue.kinds.get(kind)?.title ?? kind }
  })
}
