import { demoLedger } from '../../src/demo/ledger.ts'
import { demoRecords } from '../../src/demo/writer.ts'
import type { DemoRecord } from '../../src/demo/bureau.ts'
import type { Catalogue } from '../../src/modules/packs/schema/pack.ts'

/** The invented bureau's ledger of 2026 with each record as often as it takes to reach so many rows. */
export async function wideLedger(rows: number, catalogue: Catalogue): Promise<{ bytes: Uint8Array; sheets: number }> {
  const own = demoRecords().filter((record) => String(record.fields['date']).startsWith('2026'))
  const records = Array.from({ length: rows }, (_, at): DemoRecord[] => {
    const record = own[at % own.length]
    return record === undefined ? [] : [record]
  }).flat()
  return { bytes: await demoLedger(2026, records, catalogue), sheets: new Set(records.map(({ kind }) => kind)).size }
}
