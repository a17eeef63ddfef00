import { NotFound } from '../../../platform/errors.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'

/** @throws {NotFound} `no-kind` */
export function kindNamed(catalogue: Catalogue, id: string): Kind & { id: string; pack: string } {
  const kind = catalogue.kinds.get(id)
  if (kind === undefined) throw new NotFound('no-kind', '没有这种台账，或者它所属的制度包没有启用。', { kind: id })
  return kind
}

export function packTitle(catalogue: Catalogue, pack: string): string {
  return catalogue.packs.find(({ id }) => id === pack || pack.startsWith(`${id}@`))?.title ?? pack
}
