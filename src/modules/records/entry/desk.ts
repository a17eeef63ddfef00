import type { Reader } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { inScope, unitScope } from '../../access/scope.ts'
import { unitTree } from '../../org/tree.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { Desk, KindForm } from '../contract/entry.ts'

/** What entering needs, on a day: the kinds, and the units that stand on it and that one may enter for. */
export async function deskOf(db: Reader, principal: Principal, catalogue: Catalogue, today: string): Promise<Desk> {
  const scope = await unitScope(db, principal, 'records:enter')
  const { byId } = await unitTree(db, { on: today })
  const titles = new Map(catalogue.packs.map(({ id, title }) => [id, title]))
  return {
    today,
    kinds: [...catalogue.kinds].map(([id, kind]) => ({
      id, title: kind.title, en: kind.en ?? null, packTitle: titles.get(kind.pack) ?? kind.pack, words: kind.sheets,
    })),
    units: [...byId.values()].filter(({ unitId }) => inScope(scope, unitId)).map(({ unitId, name, parentId }) => ({ unitId, name, parentId })),
  }
}

/**
 * A kind with the vocabularies of its fields.
 *
 * @throws {NotFound} `no-kind`
 */
export function kindForm(catalogue: Catalogue, id: string): KindForm {
  const kind = catalogue.kinds.get(id)
  if (kind === undefined) throw new NotFound('no-kind', `没有“${id.slice(0, 40)}”这种台账。`)
  const { pack: _pack, ...form } = kind
  const wanted = new Set(Object.values(kind.fields).flatMap(({ vocabulary }) => (vocabulary === undefined ? [] : [vocabulary])))
  const vocabularies = Object.fromEntries(
    [...wanted].flatMap((name) => {
      const { id: _id, pack: _from, ...vocabulary } = catalogue.vocabularies.get(name) ?? { id: '', pack: '' }
      return 'values' in vocabulary ? [[name, vocabulary]] : []
    }),
  )
  return { ...form, vocabularies }
}
