import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import type { UnitInTree } from './contract/units.ts'
import { unitTree, type UnitNode } from './tree.ts'

type Listed = z.output<typeof UnitInTree>

/** The units of a scope as they stand on a day, parents before children; paths name the units above, read or not. */
export async function unitList(db: Reader, on: string, scope: 'all' | ReadonlySet<string>): Promise<Listed[]> {
  const { roots } = await unitTree(db, { on })
  const readable = (unitId: string) => scope === 'all' || scope.has(unitId)
  const listed: Listed[] = []
  const walk = (node: UnitNode, above: string, parentId: string | null) => {
    const path = above === '' ? node.name : `${above} / ${node.name}`
    const { unitId, version, name, type, foundingDocument } = node
    if (readable(unitId)) listed.push({ unitId, version, name, type, parentId, path, foundingDocument })
    for (const child of node.children) walk(child, path, readable(unitId) ? unitId : null)
  }
  for (const root of roots) walk(root, '', null)
  return listed
}
