import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Break, Projection } from '../../../platform/events/verify.ts'
import type { RecordFields } from '../tables.ts'
import type {} from './tables.ts'
import { documentOf, searchedText } from './words.ts'

const STRETCH = 1_000

/** Compares what a search reads with the current versions, as far as the search has followed the log: nothing may be hidden from it. */
export function searchProjection(): Projection {
  return {
    check: async () => null,
    finish: async (db) => {
      const head = await db.selectFrom('record_search_heads').select('position').where('tenant_id', '=', db.tenantId).executeTakeFirst()
      let rows = await versionsBehind(db, head?.position ?? 0, null)
      while (rows.length > 0) {
        const broken = await firstDifference(db, rows)
        if (broken !== null) return broken
        rows = await versionsBehind(db, head?.position ?? 0, rows.at(-1)?.record_id ?? null)
      }
      return null
    },
  }
}

interface Row {
  record_id: string
  version: number
  known_from: number
  kind: string
  fields: RecordFields
}

function versionsBehind(db: Reader, position: number, after: string | null): Promise<Row[]> {
  const query = db
    .selectFrom('record_versions')
    .select(['record_id', 'version', 'known_from', 'kind', 'fields'])
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .where('known_from', '<=', position)
  return (after === null ? query : query.where('record_id', '>', after)).orderBy('record_id').limit(STRETCH).execute()
}

async function firstDifference(db: Reader, rows: Row[]): Promise<Break | null> {
  const { rows: found } = await sql<{ position: number; record_id: string }>`
    select given.position, given.record_id
    from unnest(${rows.map((row) => row.record_id)}::uuid[], ${rows.map((row) => row.version)}::int[], ${rows.map((row) => row.known_from)}::bigint[],
      ${rows.map((row) => searchedText(row.fields))}::text[],
      ${rows.map(({ kind, fields }) => documentOf({ tenantId: db.tenantId, kind, fields }))}::text[]) as given (record_id, version, position, content, words)
    left join record_search s on s.tenant_id = ${db.tenantId} and s.record_id = given.record_id
    where s.record_id is null or s.version <> given.version or s.content <> given.content or s.words <> given.words::tsvector
    order by given.position limit 1
  `.execute(db)
  const first = found[0]
  if (first === undefined) return null
  return { position: first.position, code: 'projection-differs', reason: `位置 ${first.position}：记录 ${first.record_id} 在搜索中的内容与日志重放的结果不一致` }
}
