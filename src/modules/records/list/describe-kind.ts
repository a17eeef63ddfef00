import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { inScope, unitScope } from '../../access/scope.ts'
import type { Field } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { KindDescription, KindField } from '../contract/list.ts'
import { kindNamed, packTitle } from './kind-named.ts'
import { lastUnits } from './units.ts'

/** What a page needs to list a kind: its fields with the values they may have, and the units one may read. */
export async function kindDescription(db: Reader, principal: Principal, catalogue: Catalogue, id: string): Promise<KindDescription> {
  const kind = kindNamed(catalogue, id)
  const scope = await unitScope(db, principal, 'records:read')
  const units = [...(await lastUnits(db)).values()].filter(({ unitId }) => inScope(scope, unitId))
  const { title, en = null, occurred, naming, pack } = kind
  const fields = Object.entries(kind.fields).map(([field, definition]) => fieldOf(catalogue, field, definition, field === naming))
  const states = Object.entries(kind.workflow?.states ?? {}).map(([state, titles]) => ({ id: state, title: titles.title, en: titles.en ?? null }))
  return { kind: id, title, en, packTitle: packTitle(catalogue, pack), occurred, naming, fields, states, units }
}

function fieldOf(catalogue: Catalogue, id: string, field: Field, isNaming: boolean): KindField {
  const vocabulary = field.vocabulary === undefined ? undefined : catalogue.vocabularies.get(field.vocabulary)
  const values = Object.entries(vocabulary?.values ?? {}).map(([value, { title, en = null }]) => ({ id: value, title, en }))
  const { title, en = null, type, facet, many, measure = null, digits = 0 } = field
  const sortable = isNaming || type === 'date' || type === 'integer' || type === 'decimal'
  return { id, title, en, type, facet, sortable, many, measure, digits, open: vocabulary === undefined || vocabulary.open, values }
}
