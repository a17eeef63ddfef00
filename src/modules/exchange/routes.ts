import { scanReport } from '../../engine/claims/scan.ts'
import { route, type Route } from '../../platform/http/server.ts'
import type { Database } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { lexiconOf } from '../packs/lexicon.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { readStoredReport } from '../reports/read.ts'
import { importLedger, readLedger, writeLedgerTemplate } from './contract.ts'
import { describeReading } from './describe.ts'
import { importReading } from './import.ts'
import { readLedger as readFiles, type LedgerReading } from './ledger.ts'
import { writeLedgerTemplate as writeTemplate } from './template/write.ts'

export function exchangeRoutes(office: { database: Database; files: FileStore; catalogue: () => Catalogue }): Route[] {
  const { database, files, catalogue } = office
  const read = async (body: { files: { name: string; sha256: string }[]; year?: number | undefined }): Promise<LedgerReading> => {
    const given = []
    for (const { name, sha256 } of body.files) given.push({ name, bytes: await files.get(sha256) })
    return readFiles(given, catalogue(), body.year === undefined ? {} : { year: body.year })
  }
  return [
    route(readLedger, async ({ body }) => interpretation(await read(body))),
    route(importLedger, async ({ body, principal }) => {
      const reading = await read(body)
      return { ...interpretation(reading), ...(await importReading({ database, catalogue: catalogue() }, principal, reading)) }
    }),
    route(writeLedgerTemplate, async ({ body }) => {
      const { document, title } = await readStoredReport(files, body.report, catalogue())
      return writeTemplate({ slots: scanReport(document.paragraphs, lexiconOf(catalogue())), catalogue: catalogue(), reportTitle: title })
    }),
  ]
}

function interpretation(reading: LedgerReading) {
  return { records: reading.records.length, errorCount: reading.errorCount, errors: reading.errors, lines: describeReading(reading) }
}
