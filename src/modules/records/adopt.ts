import type { Tx } from '../../platform/database/database.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { allocate, columnMap } from './columns.ts'
import type { ColumnMap } from './columns.ts'

/**
 * Gives every field of the catalogue's kinds its columns. Adopting the same catalogue again changes nothing.
 *
 * @returns ids of the kinds that are new or have new fields
 * @throws {Invalid} `kind-too-wide`, `field-changed`, `kind-incomplete`
 */
export async function adoptCatalogue(tx: Tx, catalogue: Catalogue): Promise<string[]> {
  const changed: string[] = []
  for (const [id, kind] of catalogue.kinds) {
    const added = allocate(id, kind, await columnMap(tx, id))
    if (added.size === 0) continue
    changed.push(id)
    const fields = Object.fromEntries([...added].map(([field, { columns, digits }]) => [field, { columns, digits }]))
    tx.append(
      { type: 'kind.adopted', subject: `kind:${id}`, pack: packOf(catalogue, kind.pack), content: { kind: id, fields } },
      async () => {
        await tx.insertInto('field_columns').values(columnRows(tx.tenantId, id, added)).execute()
      },
    )
  }
  return changed
}

/** A pack with its version, `common@1.0.0`, as events name it. */
export function packOf(catalogue: Catalogue, pack: string): string {
  if (pack.includes('@')) return pack
  return `${pack}@${catalogue.packs.find(({ id }) => id === pack)?.version ?? '0.0.0'}`
}

export function columnRows(tenantId: number, kind: string, map: ColumnMap) {
  return [...map].flatMap(([field, { columns, digits }]) =>
    columns.map((column, slot) => ({ tenant_id: tenantId, kind, field, slot, column_name: column, digits })),
  )
}
