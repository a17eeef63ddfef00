import type { z } from 'zod'
import { scanReport } from '../../engine/claims/scan.ts'
import type { Database } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { route, type Route } from '../../platform/http/server.ts'
import type { JobWork, Jobs } from '../../platform/jobs/jobs.ts'
import { lexiconOf } from '../packs/lexicon.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { readStoredReport } from '../reports/read.ts'
import { importLedger, listImports, listLedgerKinds, previewLedger, readLedger, startImport, writeLedgerTemplate } from './contract.ts'
import { describeReading } from './describe.ts'
import { importReading } from './import.ts'
import { readLedger as readFiles, type LedgerReading } from './ledger.ts'
import { previewOf } from './preview.ts'
import { importsMade } from './queries.ts'
import { requireUnitsOf } from './units-named.ts'
import { writeLedgerTemplate as writeTemplate } from './template/write.ts'

interface Surroundings {
  database: Database
  files: FileStore
  catalogue: () => Catalogue
  jobs: Jobs
}

type Input = z.output<typeof readLedger.body>

export function exchangeRoutes({ database, files, catalogue, jobs }: Surroundings): Route[] {
  const read = async (body: Input, work?: JobWork): Promise<LedgerReading> => {
    const given = []
    for (const { name, sha256 } of body.files) given.push({ name, bytes: await files.get(sha256) })
    return readFiles(given, catalogue(), {
      corrections: body.corrections,
      ...(body.year === undefined ? {} : { year: body.year }),
      ...(work === undefined ? {} : { signal: work.signal, onProgress: ({ sheet, rows }) => work.progress(rows, null, `正在读取“${sheet}”`) }),
    })
  }
  return [
    route(readLedger, async ({ body }) => interpretation(await read(body))),
    route(importLedger, async ({ body, principal }) => {
      const reading = await read(body)
      const home = await database.read(principal.tenantId, (db) => requireUnitsOf(db, principal, reading))
      return { ...interpretation(reading), ...(await importReading({ database, catalogue: catalogue() }, { ...principal, home }, reading)) }
    }),
    route(previewLedger, async ({ body, principal }) =>
      jobs.start({
        type: 'ledger.preview', title: `读取${namesOf(body)}`, principal,
        run: async (work) => {
          const reading = await read(body, work)
          return database.read(principal.tenantId, (db) => previewOf(db, reading))
        },
      }),
    ),
    route(startImport, async ({ body, principal }) =>
      jobs.start({
        type: 'ledger.import', title: `导入${namesOf(body)}`, principal,
        run: async (work) => {
          const reading = await read(body, work)
          const home = await database.read(principal.tenantId, (db) => requireUnitsOf(db, principal, reading))
          work.signal.throwIfAborted()
          const total = reading.records.length
          work.progress(0, total, '正在登记')
          const options = { signal: work.signal, onProgress: ({ records }: { records: number }) => work.progress(records, total, '正在登记') }
          return importReading({ database, catalogue: catalogue() }, { ...principal, home }, reading, options)
        },
      }),
    ),
    route(listImports, async ({ query, principal }) => database.read(principal.tenantId, (db) => importsMade(db, query))),
    route(listLedgerKinds, async () => ({ kinds: [...catalogue().kinds.values()].map(columnsOf) })),
    route(writeLedgerTemplate, async ({ body }) => {
      const { document, title } = await readStoredReport(files, body.report, catalogue())
      return writeTemplate({ slots: scanReport(document.paragraphs, lexiconOf(catalogue())), catalogue: catalogue(), reportTitle: title })
    }),
  ]
}

function namesOf({ files }: Input): string {
  const [first] = files
  return files.length === 1 ? `《${first?.name ?? ''}》` : `《${first?.name ?? ''}》等 ${files.length} 个文件`
}

function columnsOf({ id, title, fields }: { id: string; title: string; fields: Record<string, { title: string; required: boolean }> }) {
  return { id, title, fields: Object.entries(fields).map(([field, definition]) => ({ id: field, title: definition.title, required: definition.required })) }
}

function interpretation(reading: LedgerReading) {
  return { records: reading.records.length, errorCount: reading.errorCount, errors: reading.errors, lines: describeReading(reading) }
}
