import type { Database, Tx } from '../../../platform/database/database.ts'
import { Invalid, TaizhangError } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { requireForUnit } from '../../access/scope.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { enterRecord, type NewRecord } from '../actions.ts'
import { adoptCatalogue } from '../adopt.ts'
import { columnMap } from '../columns.ts'
import type { EntryProblem } from '../contract/entry.ts'
import type { FieldProblem } from '../rules.ts'

/**
 * Enters records in one transaction, for units that the principal may enter for: all of them, or none.
 *
 * @throws {Invalid} `bad-records` with `details.problems` by row and field
 * @throws {NotFound} `no-unit`, {NotAllowed} `not-allowed-for-unit`, {Conflict} `record-exists`
 */
export async function enterAll(database: Database, principal: Principal, catalogue: Catalogue, records: NewRecord[]) {
  const context = { tenantId: principal.tenantId, actor: principal.name }
  await adoptMissing(database, principal, catalogue, records)
  return database.write(context, async (tx) => {
    for (const unitId of new Set(records.map((record) => record.unitId))) await requireForUnit(tx, principal, 'records:enter', unitId)
    return enterEach(tx, catalogue, records)
  })
}

/** The kinds of a pack that came since the catalogue was adopted get their columns before the first record of them. */
async function adoptMissing(database: Database, { tenantId, name }: Principal, catalogue: Catalogue, records: NewRecord[]): Promise<void> {
  const kinds = [...new Set(records.map(({ kind }) => kind))].filter((kind) => catalogue.kinds.has(kind))
  const missing = await database.read(tenantId, async (db) => {
    for (const kind of kinds) if ((await columnMap(db, kind)).size === 0) return true
    return false
  })
  if (missing) await database.write({ tenantId, actor: name }, (tx) => adoptCatalogue(tx, catalogue))
}

async function enterEach(tx: Tx, catalogue: Catalogue, records: NewRecord[]) {
  const entered: { recordId: string; version: number }[] = []
  const problems: EntryProblem[] = []
  for (const [row, record] of records.entries()) {
    try {
      entered.push(await enterRecord(tx, catalogue, record))
    } catch (error) {
      if (!(error instanceof Invalid) || error.code !== 'bad-record') throw error
      for (const { field, title, problem } of fieldProblems(error)) problems.push({ row, field, title, problem })
    }
  }
  if (problems.length > 0) throw badRecords(problems, records.length)
  return { records: entered }
}

function fieldProblems({ details }: TaizhangError): FieldProblem[] {
  return details['problems'] as FieldProblem[]
}

function badRecords(problems: EntryProblem[], count: number): Invalid {
  const [first] = problems
  const where = count === 1 ? '' : `第 ${(first?.row ?? 0) + 1} 行，`
  const told = `${where}${first?.title ?? ''}：${first?.problem ?? ''}`
  const more = problems.length > 1 ? `，共 ${problems.length} 处` : ''
  return new Invalid('bad-records', `没有保存。${told}${more}。`, { problems })
}
