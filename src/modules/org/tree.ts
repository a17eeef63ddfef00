import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'

/** A day, and optionally the log position as of which the tree was known; the present when left out. */
export interface AsOf {
  on: string
  position?: number
}

export interface UnitNode {
  unitId: string
  version: number
  name: string
  type: string
  parentId: string | null
  foundingDocument: string | null
  children: UnitNode[]
}

export interface UnitTree {
  roots: UnitNode[]
  byId: Map<string, UnitNode>
}

/** The tree of units as it was on a day, children by name; a unit whose parent is gone stands at the top. */
export async function unitTree(db: Reader, { on, position }: AsOf): Promise<UnitTree> {
  const rows = await db
    .selectFrom('unit_versions')
    .select(['unit_id', 'version', 'name', 'type', 'parent_id', 'founding_document'])
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt(position))
    .where('valid_from', '<=', on)
    .where('valid_to', '>', on)
    .orderBy('name')
    .orderBy('unit_id')
    .execute()
  const byId = new Map<string, UnitNode>()
  for (const row of rows) {
    byId.set(row.unit_id, {
      unitId: row.unit_id,
      version: row.version,
      name: row.name,
      type: row.type,
      parentId: row.parent_id,
      foundingDocument: row.founding_document,
      children: [],
    })
  }
  const roots: UnitNode[] = []
  for (const node of byId.values()) {
    const parent = node.parentId === null ? undefined : byId.get(node.parentId)
    if (parent === undefined) roots.push(node)
    else parent.children.push(node)
  }
  return { roots, byId }
}

/**
 * Ids of a unit and everything below it on a day; only the unit itself when it was not in the tree that day.
 *
 * @throws {NotFound} `no-unit` when the tenant never had it
 */
export async function subtree(db: Reader, unitId: string, asOf: AsOf): Promise<string[]> {
  const { byId } = await unitTree(db, asOf)
  const top = byId.get(unitId)
  if (top === undefined) {
    await refuseUnknown(db, unitId)
    return [unitId]
  }
  const found = new Set<string>()
  const waiting = [top]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (found.has(node.unitId)) continue
    found.add(node.unitId)
    waiting.push(...node.children)
  }
  return [...found]
}

/** Ids of units and of everything below them, where each unit stands last; a closed unit keeps its last place. */
export async function below(db: Reader, unitIds: string[]): Promise<Set<string>> {
  const found = new Set(unitIds)
  if (found.size === 0) return found
  const places = await db
    .selectFrom('unit_versions')
    .select(['unit_id', 'parent_id'])
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .orderBy('valid_from')
    .execute()
  const parents = new Map(places.map((place) => [place.unit_id, place.parent_id]))
  for (let grown = true; grown; ) {
    const before = found.size
    for (const [unitId, parentId] of parents) if (parentId !== null && found.has(parentId)) found.add(unitId)
    grown = found.size > before
  }
  return found
}

/**
 * The unit a name means on a day: its own name, or that behind the names of the units above it
 * (云江市交通运输局办公室 is the 办公室 of that bureau). Null when no unit has it.
 *
 * @throws {Invalid} `unit-ambiguous`
 */
export async function resolveUnit(db: Reader, name: string, asOf: AsOf): Promise<UnitNode | null> {
  return findUnit(await unitTree(db, asOf), name)
}

/** `resolveUnit` in a tree that is at hand. */
export function findUnit(tree: UnitTree, name: string): UnitNode | null {
  const wanted = bare(name)
  const exact = [...tree.byId.values()].filter((node) => bare(node.name) === wanted)
  const found = exact.length > 0 ? exact : [...tree.byId.values()].filter((node) => longNames(tree, node).includes(wanted))
  if (found.length > 1) {
    throw new Invalid('unit-ambiguous', `有 ${found.length} 个单位都叫“${name.slice(0, 60)}”，请写出上级单位的名称。`, {
      unitIds: found.map((node) => node.unitId),
    })
  }
  return found[0] ?? null
}

function longNames(tree: UnitTree, node: UnitNode): string[] {
  const names: string[] = []
  const passed = new Set([node.unitId])
  let name = bare(node.name)
  for (let above = node.parentId; above !== null && !passed.has(above); ) {
    passed.add(above)
    const parent = tree.byId.get(above)
    if (parent === undefined) break
    name = bare(parent.name) + name
    names.push(name)
    above = parent.parentId
  }
  return names
}

function bare(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '')
}

async function refuseUnknown(db: Reader, unitId: string): Promise<void> {
  const found = await db
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('tenant_id', '=', db.tenantId)
    .where('unit_id', '=', unitId)
    .limit(1)
    .executeTakeFirst()
  if (found === undefined) throw new NotFound('no-unit', '没有这个单位。', { unitId })
}
