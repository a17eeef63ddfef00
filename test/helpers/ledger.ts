import { foundUnit } from '../../src/modules/org/actions.ts'
import type { Catalogue } from '../../src/modules/packs/schema/pack.ts'
import { adoptCatalogue } from '../../src/modules/records/adopt.ts'
import { tinyCatalogue } from './catalogue.ts'
import { testDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'

/** A test database whose tenant has one unit and keeps the kinds of a catalogue (one kind, a meeting, by default). */
export async function testLedger(
  catalogue: Catalogue = tinyCatalogue(),
): Promise<TestDatabase & { catalogue: Catalogue; unitId: string }> {
  const database = await testDatabase()
  const context = { tenantId: database.tenantId, actor: 'clerk' }
  const { unitId } = await database.write(context, (tx) => foundUnit(tx, { name: '办公室', type: 'division' }))
  await database.write(context, (tx) => adoptCatalogue(tx, catalogue))
  return { ...database, catalogue, unitId }
}
