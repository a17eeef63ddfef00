import type { Selectable } from 'kysely'
import type { Reader } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { Principal } from '../http/server.ts'
import type { Job } from './contract.ts'
import type { Jobs } from './tables.ts'

/** Jobs that someone started, newest first; those of everybody for an administrator. */
export async function jobsOf(db: Reader, principal: Principal, { running, limit }: { running?: boolean | undefined; limit: number }): Promise<Job[]> {
  let query = visibleTo(db, principal).orderBy('started_at', 'desc').limit(limit)
  if (running !== undefined) query = query.where('state', running ? '=' : '!=', 'running')
  return (await query.execute()).map(jobView)
}

/** @throws {NotFound} `no-job`, also for a job of somebody else */
export async function jobOf(db: Reader, principal: Principal, jobId: string): Promise<Job> {
  const row = await visibleTo(db, principal).where('job_id', '=', jobId).executeTakeFirst()
  if (row === undefined) throw new NotFound('no-job', '没有这项后台作业。', { jobId })
  return jobView(row)
}

function visibleTo(db: Reader, principal: Principal) {
  const all = db.selectFrom('jobs').selectAll().where('tenant_id', '=', db.tenantId)
  if (principal.grants.some(({ role }) => role === 'administrator')) return all
  return all.where('account_id', '=', principal.accountId ?? '00000000-0000-0000-0000-000000000000')
}

function jobView(row: Selectable<Jobs>): Job {
  return {
    jobId: row.job_id,
    type: row.type,
    title: row.title,
    state: row.state,
    done: row.done,
    total: row.total,
    note: row.note,
    startedBy: row.started_by,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    result: row.result,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
  }
}
