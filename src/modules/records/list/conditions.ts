import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { unitScope } from '../../access/scope.ts'
import { below } from '../../org/tree.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { columnMap, type ColumnMap } from '../columns.ts'
import type { RecordFilter } from '../contract/list.ts'
import { queryOf, type WordQuery } from './words.ts'

export type Condition = RawBuilder<boolean>

/** What a list of a kind stands on: its columns, and the conditions that a filter and the asker's units come to. */
export interface Narrowed {
  columns: ColumnMap
  conditions: Condition[]
  /** The ids that a search finds, where they are too many to be named among the conditions. */
  found: RawBuilder<unknown> | null
}

/**
 * Conditions over plain typed columns, leakproof each, so that row-level security leaves the indexes usable; words go
 * through `search_records`.
 *
 * @throws {Invalid} `no-facet`
 */
export async function narrowed(db: Reader, principal: Principal, { catalogue, kind, filter }: {
  catalogue: Catalogue
  kind: Kind & { id: string }
  filter: RecordFilter
}): Promise<Narrowed> {
  const columns = await columnMap(db, kind.id)
  const conditions = [...currentOf(db), sql<boolean>`kind = ${kind.id}`]
  if (filter.state !== 'all') conditions.push(sql<boolean>`state = ${filter.state}`)
  if (filter.workflow !== undefined) conditions.push(sql<boolean>`workflow_state = any(${filter.workflow}::text[])`)
  if (filter.from !== undefined) conditions.push(sql<boolean>`occurred_on >= ${filter.from}`)
  if (filter.to !== undefined) conditions.push(sql<boolean>`occurred_on <= ${filter.to}`)
  conditions.push(...(await unitConditions(db, principal, filter)))
  for (const [field, values] of Object.entries(filter.facets)) conditions.push(facetCondition(kind, columns, field, values))
  if (filter.search === undefined || filter.search.trim() === '') return { columns, conditions, found: null }
  const search = await foundBy(db, queryOf(filter.search, valuesMeaning(catalogue, kind)), kind.id)
  return { columns, conditions: [...conditions, ...search.conditions], found: search.found }
}

/** All of it as conditions, for what need not be quick. */
export function allConditions({ conditions, found }: Narrowed): Condition[] {
  return found === null ? conditions : [...conditions, sql<boolean>`record_id in (select ${found})`]
}

export function currentOf(db: Reader): Condition[] {
  return [sql<boolean>`tenant_id = ${db.tenantId}`, knownAt()]
}

/** The units whose records one may read, narrowed to those asked for. */
export async function unitConditions(db: Reader, principal: Principal, asked: { unit?: string | undefined; unitOnly?: boolean | undefined }): Promise<Condition[]> {
  const scope = await unitScope(db, principal, 'records:read')
  if (asked.unit === undefined) return scope === 'all' ? [] : [within(scope)]
  const wanted = asked.unitOnly === true ? new Set([asked.unit]) : await below(db, [asked.unit])
  return [within(scope === 'all' ? wanted : [...wanted].filter((unitId) => scope.has(unitId)))]
}

function within(unitIds: Iterable<string>): Condition {
  return sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`
}

function facetCondition(kind: Kind, columns: ColumnMap, field: string, values: string[]): Condition {
  const place = columns.get(field)
  const first = place?.columns[0]
  if (kind.fields[field]?.facet !== true || place?.type !== 't' || first === undefined) {
    throw new Invalid('no-facet', `“${kind.title}”不能按“${kind.fields[field]?.title ?? field}”筛选。`, { field })
  }
  const filled = values.filter((value) => value !== '')
  const either = filled.length === 0 ? [] : place.columns.map((column) => sql<boolean>`${sql.ref(column)} = any(${filled}::text[])`)
  if (filled.length < values.length) either.push(sql<boolean>`${sql.ref(first)} is null`)
  return sql<boolean>`(${sql.join(either, sql` or `)})`
}

/** So many are named to the database one by one; of more it is told the search itself. */
const FEW_FOUND = 2_000

/** The records in which words stand; none for a search without a letter or digit. */
export async function foundBy(db: Reader, query: WordQuery | null, kind: string | null): Promise<Pick<Narrowed, 'conditions' | 'found'>> {
  if (query === null) return { conditions: [sql<boolean>`false`], found: null }
  const { wanted, pieces, meanings } = query
  const found = sql`search_records(${kind}::text, ${wanted}::text, ${pieces}::text[], ${meanings}::text[])`
  // One character stands in very many; asking first whether they are few would only search twice.
  if (kind !== null && query.characters === 1) return { conditions: [], found }
  const { rows } = await sql<{ record_id: string }>`select ${found} as record_id limit ${FEW_FOUND + 1}`.execute(db)
  if (rows.length > FEW_FOUND) return { conditions: [], found }
  return { conditions: [sql<boolean>`record_id = any(${rows.map((row) => row.record_id)}::uuid[])`], found: null }
}

/** The values of a kind's facets that a word names: who types 网络安全 also means records whose topic it is. */
function valuesMeaning(catalogue: Catalogue, kind: Kind): (piece: string) => string[] {
  return (piece) => {
    if (piece.length < 2) return []
    const vocabularies = new Set(Object.values(kind.fields).flatMap(({ vocabulary }) => (vocabulary === undefined ? [] : [vocabulary])))
    return [...vocabularies].flatMap((id) =>
      Object.entries(catalogue.vocabularies.get(id)?.values ?? {}).flatMap(([value, { title, en, synonyms }]) =>
        [title, ...(en === undefined ? [] : [en]), ...synonyms].some((name) => name.toLowerCase().includes(piece)) ? [value] : [],
      ),
    )
  }
}
