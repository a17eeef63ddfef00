import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { KindSummary } from '../contract/list.ts'
import { currentOf, unitConditions } from './conditions.ts'
import { packTitle } from './kind-named.ts'

/** Every kind with its records of a year and the last day one stands for; each question reads the index of its kind only. */
export async function kindsOverview(db: Reader, principal: Principal, catalogue: Catalogue, year: number): Promise<KindSummary[]> {
  const kinds = [...catalogue.kinds.values()]
  const conditions = [...currentOf(db), sql<boolean>`state = 'recorded'`, ...(await unitConditions(db, principal, {}))]
  const { rows } = await overviewQuery(kinds.map(({ id }) => id), conditions, year).execute(db)
  const found = new Map(rows.map((row) => [row.asked, row]))
  return kinds.map(({ id, title, en = null, pack }) => ({
    kind: id, title, en, pack, packTitle: packTitle(catalogue, pack),
    thisYear: Number(found.get(id)?.this_year ?? 0),
    lastOccurredOn: found.get(id)?.last ?? null,
  }))
}

function overviewQuery(kinds: string[], conditions: ReturnType<typeof currentOf>, year: number) {
  const where = sql.join(conditions, sql` and `)
  return sql<{ asked: string; this_year: number; last: string | null }>`
    select asked,
      (select count(*) from record_versions
        where ${where} and kind = asked and occurred_on between ${`${year}-01-01`} and ${`${year}-12-31`}) as this_year,
      (select occurred_on from record_versions where ${where} and kind = asked order by occurred_on desc limit 1) as last
    from unnest(${kinds}::text[]) as kinds (asked)
  `
}
