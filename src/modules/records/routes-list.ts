import type { Database } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { route, type Route } from '../../platform/http/server.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { changeInBulk, previewBulk } from './contract/bulk.ts'
import { RecordFilter, describeKind, downloadExport, exportManyRecords, exportRecords, listKinds, listRecords, searchRecords } from './contract/list.ts'
import { listViews, removeView, saveView } from './contract/views.ts'
import { changeAll, previewOf } from './list/bulk.ts'
import { narrowed } from './list/conditions.ts'
import { kindDescription } from './list/describe-kind.ts'
import { exportLater, exportNow, exportedFile } from './list/export.ts'
import { kindNamed } from './list/kind-named.ts'
import { kindsOverview } from './list/overview.ts'
import { pageOf } from './list/page.ts'
import { SearchIndex } from './list/search-index.ts'
import { findRecords } from './list/search.ts'
import { dropView, keepView, viewsOf } from './list/views.ts'

interface Surroundings {
  database: Database
  files: FileStore
  jobs: Jobs
  tenantId: number
  catalogue: () => Catalogue
}

/** Lists of records: overview, pages, search, export, saved views, facets of many records at once. */
export function recordListRoutes({ database, files, jobs, tenantId, catalogue }: Surroundings): { routes: Route[]; close(): Promise<void> } {
  const index = new SearchIndex(database)
  void index.follow(tenantId)
  const office = () => ({ database, files, jobs, catalogue: catalogue() })
  const routes = [
    route(listKinds, async ({ principal }) =>
      database.read(principal.tenantId, async (db) => {
        const year = database.clock.now().getFullYear()
        return { year, kinds: await kindsOverview(db, principal, catalogue(), year) }
      }),
    ),
    route(describeKind, async ({ params, principal }) =>
      database.read(principal.tenantId, (db) => kindDescription(db, principal, catalogue(), params.kind)),
    ),
    route(listRecords, async ({ params, query, principal }) => {
      const kind = kindNamed(catalogue(), params.kind)
      const filter = query.filter ?? RecordFilter.parse({})
      const searched = filter.search !== undefined && filter.search.trim() !== ''
      const searchBehind = searched ? await index.ready(principal.tenantId) : 0
      return database.read(principal.tenantId, async (db) => {
        const found = await narrowed(db, principal, { catalogue: catalogue(), kind, filter })
        return { ...(await pageOf(db, kind, found, query)), searchBehind }
      })
    }),
    route(searchRecords, async ({ query, principal }) => {
      const searchBehind = await index.ready(principal.tenantId)
      return { records: await database.read(principal.tenantId, (db) => findRecords(db, principal, catalogue(), query)), searchBehind }
    }),
    route(exportRecords, async ({ params, body, principal }) => exportNow(office(), principal, { ...params, ...body })),
    route(exportManyRecords, async ({ params, body, principal }) => exportLater(office(), principal, { ...params, ...body })),
    route(downloadExport, async ({ params, principal }) => exportedFile({ database, files }, principal, params.jobId)),
    route(previewBulk, async ({ params, body, principal }) =>
      database.read(principal.tenantId, (db) => previewOf(db, principal, catalogue(), { ...body, kind: kindNamed(catalogue(), params.kind) })),
    ),
    route(changeInBulk, async ({ params, body, principal }) =>
      database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => ({
        changed: await changeAll(tx, principal, catalogue(), { ...body, kind: kindNamed(catalogue(), params.kind) }),
      })),
    ),
    route(listViews, async ({ params, principal }) =>
      database.read(principal.tenantId, async (db) => ({ views: await viewsOf(db, principal, kindNamed(catalogue(), params.kind).id) })),
    ),
    route(saveView, async ({ params, body, principal }) =>
      database.write({ tenantId: principal.tenantId, actor: principal.name }, (tx) => keepView(tx, principal, { ...body, kind: kindNamed(catalogue(), params.kind).id })),
    ),
    route(removeView, async ({ params, principal }) =>
      database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => {
        await dropView(tx, principal, params.viewId)
        return { removed: true }
      }),
    ),
  ]
  return { routes, close: () => index.close() }
}
