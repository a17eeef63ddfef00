import type { Database } from '../../../platform/database/database.ts'
import { Invalid, NotFound } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Job } from '../../../platform/jobs/contract.ts'
import type { Jobs } from '../../../platform/jobs/jobs.ts'
import { jobOf } from '../../../platform/jobs/queries.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { EXPORTED_AT_ONCE, RecordFilter } from '../contract/list.ts'
import { narrowed } from './conditions.ts'
import { bytesOf, exportStream } from './export-file.ts'
import { exportSheet } from './export-rows.ts'
import { kindNamed } from './kind-named.ts'

export interface ExportOrder {
  kind: string
  filter?: RecordFilter | undefined
  sort: string
  columns?: string[] | undefined
  format: 'xlsx' | 'csv'
}

interface Office {
  database: Database
  files: FileStore
  jobs: Jobs
  catalogue: Catalogue
}

const jobType = 'records-export'
const mostBytes = 512 * 1024 * 1024

/** The file at once. @throws {Invalid} `export-too-large` where it would be a background job */
export async function exportNow({ database, catalogue }: Office, principal: Principal, order: ExportOrder): Promise<Uint8Array> {
  const kind = kindNamed(catalogue, order.kind)
  return database.read(principal.tenantId, async (db) => {
    const sheet = await sheetOf(db, principal, catalogue, kind, order)
    if (sheet.total > EXPORTED_AT_ONCE) {
      throw new Invalid('export-too-large', `共 ${sheet.total} 条，超过 ${EXPORTED_AT_ONCE} 条的导出请作为后台作业进行。`, { total: sheet.total })
    }
    return bytesOf(exportStream(kind.title, sheet, order.format))
  })
}

export async function exportLater({ database, files, jobs, catalogue }: Office, principal: Principal, order: ExportOrder): Promise<Job> {
  const kind = kindNamed(catalogue, order.kind)
  const name = `${kind.title}.${order.format}`
  return jobs.start({
    type: jobType,
    title: `导出《${name}》`,
    principal,
    run: ({ progress, signal }) =>
      database.read(principal.tenantId, async (db) => {
        const sheet = await sheetOf(db, principal, catalogue, kind, order)
        progress(0, sheet.total)
        const { sha256, bytes } = await files.put(exportStream(kind.title, sheet, order.format, { progress, signal }), mostBytes)
        return { name, sha256, bytes, records: sheet.total, download: 'record-exports' }
      }),
  })
}

/** The file of a job of one's own. @throws {NotFound} `no-job`, `no-export` */
export async function exportedFile({ database, files }: Pick<Office, 'database' | 'files'>, principal: Principal, jobId: string): Promise<Uint8Array> {
  const job = await database.read(principal.tenantId, (db) => jobOf(db, principal, jobId))
  const sha256 = (job.result as { sha256?: unknown } | null)?.sha256
  if (job.type !== jobType || job.state !== 'done' || typeof sha256 !== 'string') throw new NotFound('no-export', '这个作业没有可下载的导出文件。', { jobId })
  return files.get(sha256)
}

async function sheetOf(db: Parameters<typeof exportSheet>[0], principal: Principal, catalogue: Catalogue, kind: Kind & { id: string }, order: ExportOrder) {
  const filter = order.filter ?? RecordFilter.parse({})
  const found = await narrowed(db, principal, { catalogue, kind, filter })
  return exportSheet(db, { catalogue, kind, narrowed: found, sort: order.sort, columns: order.columns, withState: filter.state !== 'recorded' })
}
