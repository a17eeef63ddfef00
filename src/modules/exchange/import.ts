import { dayOf } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { foundUnit } from '../org/actions.ts'
import { unitTree } from '../org/tree.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { adoptCatalogue } from '../records/adopt.ts'
import { importAll, refuseRepeated } from '../records/import.ts'
import type { Incoming } from '../records/import.ts'
import type { ImportOptions } from '../records/import-rows.ts'
import { streamLedger, type LedgerFile, type LedgerOptions, type LedgerReading, type LedgerRecord } from './ledger.ts'
import type { Reach } from './units-named.ts'

interface Office {
  database: Database
  catalogue: Catalogue
}

interface Importer {
  tenantId: number
  name: string
  /** The units they may import for; all when it is left out. */
  reach?: Reach
}

type Options = Omit<LedgerOptions, 'onProgress'> & {
  onReading?: LedgerOptions['onProgress']
  onProgress?: ImportOptions['onProgress']
}

/**
 * Reads ledgers and records them as one transaction, each file as one batch: rows are checked and sent to the database
 * while the next are read, and an error anywhere undoes all of it. Units that the ledgers name and the tenant does not
 * know are founded below its root; rows that name none belong to the importer's own unit, else to the root.
 *
 * @throws {Invalid} `ledger-errors` when the reading has any, `ledger-empty`: nothing is imported; those of `streamLedger`
 * @throws {Conflict} `file-imported` when one of the files was imported before: nothing is imported
 * @throws {NotAllowed} `units-out-of-reach`
 */
export async function importLedgers(
  { database, catalogue }: Office,
  { tenantId, name, reach }: Importer,
  files: LedgerFile[],
  { onReading, onProgress, ...options }: Options = {},
): Promise<{ reading: LedgerReading; imported: number; units: number }> {
  const context = { tenantId, actor: name }
  await database.write(context, (tx) => adoptCatalogue(tx, catalogue))
  const bring = async (incoming: Incoming, tx: Tx) => {
    const units = await UnitsByName.open(tx, incoming, reach?.home ?? null)
    let begun = 0
    const take = async (records: LedgerRecord[], soFar: LedgerReading) => {
      for (const file of soFar.files.slice(begun)) await beginFile(tx, incoming, file)
      begun = soFar.files.length
      // Nothing will be kept once there is an error; what is read on is for the list of errors.
      if (soFar.errorCount > 0) return
      await units.foundMissing(records)
      await incoming.take(records.map(({ kind, unitName, fields, source }) => ({ kind, fields, source, unitId: units.idOf(unitName) })))
    }
    const reading = await streamLedger(files, catalogue, take, onReading === undefined ? options : { ...options, onProgress: onReading })
    refuseErrors(reading)
    reach?.requireAll(reading.units)
    return { reading, units: units.founded }
  }
  const { brought, batches } = await importAll(database, context, catalogue, bring, onProgress === undefined ? options : { ...options, onProgress })
  return { ...brought, imported: batches.reduce((sum, { records }) => sum + records, 0) }
}

async function beginFile(tx: Tx, incoming: Incoming, file: { name: string; sha256: string }): Promise<void> {
  await refuseRepeated(tx, [file])
  incoming.begin(file)
}

const shownErrors = 20

function refuseErrors(reading: LedgerReading): void {
  const { errors, errorCount, recordCount } = reading
  if (errorCount > 0) throw new Invalid('ledger-errors', errorText(reading), { errors, errorCount })
  if (recordCount === 0) throw new Invalid('ledger-empty', emptyText(reading))
}

function errorText({ errors, errorCount }: LedgerReading): string {
  const lines = errors.slice(0, shownErrors).map(({ file, sheet, cell, message }) => `${file} ${sheet} ${cell}：${message}`)
  const rest = errorCount > lines.length ? [`……还有 ${errorCount - lines.length} 处`] : []
  return [`台账有 ${errorCount} 处错误，一条也没有导入：`, ...lines, ...rest].join('\n')
}

function emptyText({ sheets }: LedgerReading): string {
  return ['台账里没有读到可登记的记录。', ...sheets.map(({ sheet, reason }) => `${sheet}：${reason}`)].join('\n')
}

/** The tenant's units by their names today, and those that the ledgers add to them. */
class UnitsByName {
  founded = 0
  readonly #tx: Tx
  readonly #incoming: Incoming
  readonly #byName: Map<string, string>
  readonly #home: string

  private constructor(tx: Tx, incoming: Incoming, byName: Map<string, string>, home: string) {
    this.#tx = tx
    this.#incoming = incoming
    this.#byName = byName
    this.#home = home
  }

  /** `home`: where records belong that name no unit; null for the root, which is founded where there is none. */
  static async open(tx: Tx, incoming: Incoming, home: string | null): Promise<UnitsByName> {
    const { roots, byId } = await unitTree(tx, { on: dayOf(tx.recordedAt) })
    const root = home ?? roots[0]?.unitId ?? (await foundUnit(tx, { name: await tenantName(tx), type: 'body' })).unitId
    incoming.admitUnit(root)
    return new UnitsByName(tx, incoming, new Map([...byId.values()].map((unit) => [unit.name, unit.unitId])), root)
  }

  async foundMissing(records: LedgerRecord[]): Promise<void> {
    for (const { unitName } of records) {
      if (unitName === null || this.#byName.has(unitName)) continue
      const { unitId } = await foundUnit(this.#tx, { name: unitName, type: 'section' })
      this.#byName.set(unitName, unitId)
      this.#incoming.admitUnit(unitId)
      this.founded += 1
    }
  }

  idOf(unitName: string | null): string {
    return (unitName === null ? undefined : this.#byName.get(unitName)) ?? this.#home
  }
}

async function tenantName(tx: Tx): Promise<string> {
  const { name } = await tx.selectFrom('tenants').select('name').where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow()
  return name
}
