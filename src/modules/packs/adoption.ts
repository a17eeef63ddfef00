import type { Reader, Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Conflict } from '../../platform/errors.ts'
import { hashOfFiles } from './pack-files.ts'
import type {} from './tables.ts'

/** A pack as a body has it in force. */
export interface AdoptedPack {
  pack: string
  version: string
  sha256: string
  texts: ReadonlyMap<string, string>
  adoptedBy: string
  adoptedAt: Date
}

/** The packs in force, by id; the body's own among them. */
export async function adoptedPacks(db: Reader): Promise<Map<string, AdoptedPack>> {
  const rows = await db.selectFrom('pack_versions').selectAll().where('tenant_id', '=', db.tenantId).where(knownAt()).orderBy('pack').execute()
  return new Map(
    rows.map((row) => [
      row.pack,
      {
        pack: row.pack, version: row.version, sha256: row.sha256, adoptedBy: row.adopted_by, adoptedAt: row.adopted_at,
        texts: new Map(Object.entries(JSON.parse(row.files) as Record<string, string>)),
      },
    ]),
  )
}

/** What was in force before the present text of each pack, by id; packs that never changed are not among them. */
export async function earlierPacks(db: Reader): Promise<Map<string, { version: string; texts: ReadonlyMap<string, string> }>> {
  const rows = await db
    .selectFrom('pack_versions')
    .innerJoin('pack_versions as present', (join) =>
      join.onRef('present.tenant_id', '=', 'pack_versions.tenant_id').onRef('present.pack', '=', 'pack_versions.pack').onRef('present.known_from', '=', 'pack_versions.known_to'))
    .select(['pack_versions.pack', 'pack_versions.version', 'pack_versions.files'])
    .where('pack_versions.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 'present'))
    .execute()
  return new Map(rows.map((row) => [row.pack, { version: row.version, texts: new Map(Object.entries(JSON.parse(row.files) as Record<string, string>)) }]))
}

/**
 * Puts a version of a pack in force in place of `previous` (its version; null where there was none). The event holds
 * every text, so that what judged a record can be read for ever.
 *
 * @throws {Conflict} `stale-pack` when somebody else changed it first
 */
export function adoptPack(tx: Tx, order: { pack: string; version: string; previous: string | null; texts: ReadonlyMap<string, string> }): void {
  const { pack, version, previous } = order
  const files = Object.fromEntries([...order.texts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const sha256 = hashOfFiles(order.texts)
  tx.append({ type: 'pack.adopted', subject: `pack:${pack}`, pack: `${pack}@${version}`, content: { pack, version, previous, sha256, files } }, async (position) => {
    const closed = await tx
      .updateTable('pack_versions')
      .set({ known_to: position })
      .where('tenant_id', '=', tx.tenantId)
      .where('pack', '=', pack)
      .where('version', '=', previous ?? '')
      .where(knownAt())
      .executeTakeFirst()
    const standing = await tx.selectFrom('pack_versions').select('version').where('tenant_id', '=', tx.tenantId).where('pack', '=', pack).where(knownAt()).executeTakeFirst()
    if (standing !== undefined || closed.numUpdatedRows !== (previous === null ? 0n : 1n)) throw stalePack(pack, standing?.version ?? null)
    await tx
      .insertInto('pack_versions')
      .values({
        tenant_id: tx.tenantId, pack, known_from: position, version, sha256, files: JSON.stringify(files),
        adopted_by: tx.actor, adopted_at: tx.recordedAt,
      })
      .execute()
  })
}

export function stalePack(pack: string, current: string | null): Conflict {
  return new Conflict('stale-pack', `制度包“${pack}”在您打开之后已被修改（现为 ${current ?? '新'} 版），请刷新后重试。`, { pack, current })
}
