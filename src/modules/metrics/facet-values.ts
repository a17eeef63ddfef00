import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { columnMap } from '../records/columns.ts'
import type { FacetView } from './contract.ts'
import type { FigureRequest } from './figure.ts'
import { comparedBy, questionOf } from './question.ts'
import { meets, within } from './scan.ts'
import { prepare } from './tally.ts'
import { valueTitle } from './views.ts'

const MOST_VALUES = 200

/** What a metric can be narrowed by, each with the values that stand in its records of a period. */
export async function facetValues(db: Reader, catalogue: Catalogue, request: Omit<FigureRequest, 'facets'>, position: number): Promise<FacetView[]> {
  const asked = questionOf(catalogue, { ...request, facets: {} })
  const question = comparedBy(catalogue, asked)?.now ?? asked
  const { metric, kind } = question
  const allowed = asked.metric.facets ?? metric.facets ?? Object.keys(kind.fields).filter((id) => kind.fields[id]?.facet)
  const [prepared = null] = await prepare(db, [question], position)
  const columns = await columnMap(db, kind.id)
  const views: FacetView[] = []
  for (const facet of allowed) {
    const field = kind.fields[facet]
    const place = columns.get(facet)
    if (field === undefined || place === undefined || prepared === null) continue
    const value = sql.join(place.columns.map((column) => sql.ref(column)))
    const { rows } = await sql<{ value: string; records: number }>`
      select value, count(*) as records from record_versions, unnest(array[${value}]) as value
      where ${within(db, prepared.scope, prepared.place.unitIds)} and ${meets(prepared.plan.counted)} and value is not null
      group by value order by records desc, value limit ${MOST_VALUES}
    `.execute(db)
    const standing = rows.map((row) => ({ value: row.value, title: valueTitle(catalogue, field.vocabulary, row.value), records: row.records }))
    const known = new Set(standing.map((row) => row.value))
    const others = Object.entries(catalogue.vocabularies.get(field.vocabulary ?? '')?.values ?? {}).filter(([id]) => !known.has(id))
    views.push({ facet, title: field.title, values: [...standing, ...others.map(([id, { title }]) => ({ value: id, title, records: 0 }))] })
  }
  return views
}
