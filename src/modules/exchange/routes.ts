import type { z } from 'zod'
import { scanReport } from '../../engine/claims/scan.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { route, type Principal, type Route } from '../../platform/http/server.ts'
import type { JobWork, Jobs } from '../../platform/jobs/jobs.ts'
import { lexiconOf } from '../packs/lexicon.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { readStoredReport } from '../reports/read.ts'
import { readPasted } from './contract/paste.ts'
import { importLedger, listImports, listLedgerKinds, previewLedger, readLedger, startImport, writeLedgerTemplate } from './contract.ts'
import { describeReading } from './describe.ts'
import { importLedgers } from './import.ts'
import { streamLedger, type LedgerReading } from './ledger.ts'
import { interpretPasted } from './paste/read-pasted.ts'
import { previewOf } from './preview.ts'
import { importsMade } from './queries.ts'
import { reachOf } from './units-named.ts'
import { writeLedgerTemplate as writeTemplate } from './template/write.ts'

interface Surroundings {
  database: Database
  files: FileStore
  catalogue: () => Catalogue
  jobs: Jobs
}

type Input = z.output<typeof readLedger.body>

export function exchangeRoutes({ database, files, catalogue, jobs }: Surroundings): Route[] {
  const today = () => dayOf(database.clock.now())
  const given = async (body: Input) => {
    const ledgers = []
    for (const { name, sha256 } of body.files) ledgers.push({ name, bytes: await files.get(sha256) })
    return ledgers
  }
  const asked = ({ corrections, year }: Input) => ({ corrections, ...(year === undefined ? {} : { year }) })
  const read = async (body: Input, work?: JobWork): Promise<LedgerReading> =>
    streamLedger(await given(body), catalogue(), () => undefined, {
      ...asked(body),
      ...(work === undefined ? {} : { signal: work.signal, onProgress: readingProgress(work) }),
    })
  const bring = async (body: Input, principal: Principal, work?: JobWork) => {
    const reach = await database.read(principal.tenantId, (db) => reachOf(db, principal, today()))
    return importLedgers({ database, catalogue: catalogue() }, { ...principal, reach }, await given(body), {
      ...asked(body),
      ...(work === undefined ? {} : { signal: work.signal, onReading: readingProgress(work), onProgress: recordingProgress(work) }),
    })
  }
  return [
    route(readPasted, async ({ body }) => interpretPasted(catalogue(), body, database.clock.now().getFullYear())),
    route(readLedger, async ({ body }) => interpretation(await read(body))),
    route(importLedger, async ({ body, principal }) => {
      const { reading, imported, units } = await bring(body, principal)
      return { ...interpretation(reading), imported, units }
    }),
    route(previewLedger, async ({ body, principal }) =>
      jobs.start({
        type: 'ledger.preview', title: `读取${namesOf(body)}`, principal,
        run: async (work) => {
          const reading = await read(body, work)
          return database.read(principal.tenantId, (db) => previewOf(db, reading, today()))
        },
      }),
    ),
    route(startImport, async ({ body, principal }) =>
      jobs.start({
        type: 'ledger.import', title: `导入${namesOf(body)}`, principal,
        run: async (work) => {
          const { imported, units } = await bring(body, principal, work)
          return { imported, units }
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

function readingProgress(work: JobWork) {
  return ({ sheet, rows }: { sheet: string; rows: number }) => work.progress(rows, null, `正在读取“${sheet}”`)
}

/** Rows are registered while they are read; what is worth saying is that the last step has begun. */
function recordingProgress(work: JobWork) {
  return ({ phase, records }: { phase: 'staging' | 'recording'; records: number }) => {
    if (phase === 'recording') work.progress(records, records, '正在登记')
  }
}

function namesOf({ files }: Input): string {
  const [first] = files
  return files.length === 1 ? `《${first?.name ?? ''}》` : `《${first?.name ?? ''}》等 ${files.length} 个文件`
}

function columnsOf({ id, title, fields }: { id: string; title: string; fields: Record<string, { title: string; required: boolean }> }) {
  return { id, title, fields: Object.entries(fields).map(([field, definition]) => ({ id: field, title: definition.title, required: definition.required })) }
}

function interpretation(reading: LedgerReading) {
  return { records: reading.recordCount, errorCount: reading.errorCount, errors: reading.errors, lines: describeReading(reading) }
}
