import type { Database } from '../../platform/database/database.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { foundUnit } from '../org/actions.ts'
import { unitTree } from '../org/tree.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { adoptCatalogue } from '../records/adopt.ts'
import { importRecords } from '../records/import.ts'
import type { ImportOptions } from '../records/import-rows.ts'
import type { LedgerReading } from './ledger.ts'

interface Office {
  database: Database
  catalogue: Catalogue
}

/**
 * Imports a ledger that was read without error, each of its files as one batch. Units that the ledger names and the
 * tenant does not know are founded below its root; rows that name none belong to `home`, else to the root.
 *
 * @throws {Invalid} `ledger-errors` when the reading has any: nothing is imported
 * @throws {Conflict} `file-imported` when one of the files was imported before: nothing is imported
 */
export async function importReading(
  { database, catalogue }: Office,
  who: { tenantId: number; name: string; home?: string | null },
  reading: LedgerReading,
  options: ImportOptions = {},
): Promise<{ imported: number; units: number }> {
  const { errors, errorCount } = reading
  if (errorCount > 0) throw new Invalid('ledger-errors', errorText(reading), { errors, errorCount })
  if (reading.records.length === 0) throw new Invalid('ledger-empty', emptyText(reading))
  const context = { tenantId: who.tenantId, actor: who.name }
  await refuseImported(database, who.tenantId, reading)
  const units = await database.write(context, async (tx) => {
    await adoptCatalogue(tx, catalogue)
    return foundMissing(tx, reading)
  })
  let imported = 0
  for (const file of reading.files) {
    const records = reading.records.filter((record) => record.source.file === file.sha256)
    if (records.length === 0) continue
    const rows = records.map(({ kind, unitName, fields, source }) => ({
      kind, fields, source, unitId: units.byName.get(unitName ?? '') ?? who.home ?? units.root,
    }))
    imported += (await importRecords(database, context, catalogue, { file, records: rows }, options)).records
  }
  return { imported, units: units.founded }
}

const shownErrors = 20

function errorText({ errors, errorCount }: LedgerReading): string {
  const lines = errors.slice(0, shownErrors).map(({ file, sheet, cell, message }) => `${file} ${sheet} ${cell}：${message}`)
  const rest = errorCount > lines.length ? [`……还有 ${errorCount - lines.length} 处`] : []
  return [`台账有 ${errorCount} 处错误，一条也没有导入：`, ...lines, ...rest].join('\n')
}

function emptyText({ sheets }: LedgerReading): string {
  return ['台账里没有读到可登记的记录。', ...sheets.map(({ sheet, reason }) => `${sheet}：${reason}`)].join('\n')
}

async function refuseImported(database: Database, tenantId: number, reading: LedgerReading): Promise<void> {
  const before = await database.read(tenantId, (db) =>
    db
      .selectFrom('import_batches')
      .select(['file_name', 'file_sha256'])
      .where('tenant_id', '=', tenantId)
      .where('file_sha256', 'in', reading.files.map(({ sha256 }) => sha256))
      .execute(),
  )
  const [first] = before
  if (first === undefined) return
  throw new Conflict('file-imported', `“${first.file_name}”以前导入过，一条也没有再导入。改动后的台账请另存再导。`)
}

type WriteTx = Parameters<Parameters<Database['write']>[1]>[0]

async function foundMissing(tx: WriteTx, reading: LedgerReading): Promise<{ root: string; byName: Map<string, string>; founded: number }> {
  const { roots, byId } = await unitTree(tx, { on: dayInBeijing(tx.recordedAt) })
  const byName = new Map([...byId.values()].map((unit) => [unit.name, unit.unitId]))
  let founded = 0
  const root = roots[0]?.unitId ?? (await foundUnit(tx, { name: await tenantName(tx), type: 'body' })).unitId
  for (const name of new Set(reading.records.map((record) => record.unitName).filter((one) => one !== null))) {
    if (byName.has(name)) continue
    byName.set(name, (await foundUnit(tx, { name, type: 'section' })).unitId)
    founded += 1
  }
  return { root, byName, founded }
}

async function tenantName(tx: WriteTx): Promise<string> {
  const { name } = await tx.selectFrom('tenants').select('name').where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow()
  return name
}

/** The day in Beijing, by which an office dates what it does. */
export function dayInBeijing(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
