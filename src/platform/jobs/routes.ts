import type { Database } from '../database/database.ts'
import { route, type Route } from '../http/server.ts'
import { cancelJob, listJobs, readJob } from './contract.ts'
import type { Jobs } from './jobs.ts'
import { jobOf, jobsOf } from './queries.ts'

export function jobRoutes({ database, jobs }: { database: Database; jobs: Jobs }): Route[] {
  return [
    route(listJobs, async ({ query, principal }) => database.read(principal.tenantId, async (db) => ({ jobs: await jobsOf(db, principal, query) }))),
    route(readJob, async ({ params, principal }) => database.read(principal.tenantId, (db) => jobOf(db, principal, params.jobId))),
    route(cancelJob, async ({ params, principal }) => jobs.cancel(principal, params.jobId)),
  ]
}
