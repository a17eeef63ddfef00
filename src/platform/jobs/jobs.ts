import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { TaizhangError } from '../errors.ts'
import { statusOf } from '../http/status.ts'
import type { Principal } from '../http/server.ts'
import type { Job } from './contract.ts'
import { jobOf } from './queries.ts'
import type {} from './tables.ts'

/** What a running job can say and hear. */
export interface JobWork {
  /** Says how far it is; written at most four times a second. */
  progress(done: number, total: number | null, note?: string): void
  /** Aborted when somebody cancels the job or the program stops. */
  signal: AbortSignal
}

export interface JobOrder {
  type: string
  /** What people read: 导入《2026年台账.xlsx》. */
  title: string
  principal: Principal
  /** Does the work; what it returns is kept as the job's result. Must stop soon after the signal, with nothing half done. */
  run(work: JobWork): Promise<unknown>
}

const writeEveryMs = 250

/**
 * Background jobs of this process. A job is one verb that takes long (an import, a verification): it either ends or
 * leaves nothing, so one that the program did not survive is marked as failed at the next start and started again by hand.
 */
export class Jobs {
  readonly #database: Database
  readonly #running = new Map<string, { stop: AbortController; ended: Promise<void> }>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Starts a job and answers at once; how it goes on is read by its id. */
  async start({ type, title, principal, run }: JobOrder): Promise<Job> {
    const jobId = randomUUID()
    const { tenantId, name, accountId } = principal
    await this.#database.write({ tenantId, actor: name }, (tx) =>
      tx
        .insertInto('jobs')
        .values({
          tenant_id: tenantId, job_id: jobId, type, title, state: 'running',
          started_by: name, account_id: accountId, started_at: tx.recordedAt,
        })
        .execute(),
    )
    const stop = new AbortController()
    this.#running.set(jobId, { stop, ended: this.#attend(tenantId, jobId, stop.signal, run) })
    return this.#database.read(tenantId, (db) => jobOf(db, principal, jobId))
  }

  /** Tells a job to stop and waits until it has. @throws {NotFound} `no-job` */
  async cancel(principal: Principal, jobId: string): Promise<Job> {
    await this.#database.read(principal.tenantId, (db) => jobOf(db, principal, jobId))
    const running = this.#running.get(jobId)
    running?.stop.abort(new TaizhangError('cancelled', '已取消'))
    await running?.ended
    return this.#database.read(principal.tenantId, (db) => jobOf(db, principal, jobId))
  }

  /** Marks jobs that an earlier run of the program left behind; called before anyone is served. */
  async clearInterrupted(tenantId: number): Promise<void> {
    await this.#database.write({ tenantId, actor: 'taizhang' }, (tx) =>
      tx
        .updateTable('jobs')
        .set({
          state: 'failed', finished_at: tx.recordedAt,
          error_code: 'interrupted', error_message: '程序在作业进行中停止了；没有留下半成品，请重新开始。',
        })
        .where('tenant_id', '=', tenantId)
        .where('state', '=', 'running')
        .execute(),
    )
  }

  /** Stops every job; for the end of the program. */
  async close(): Promise<void> {
    const all = [...this.#running.values()]
    for (const { stop } of all) stop.abort(new TaizhangError('interrupted', '程序正在停止'))
    await Promise.all(all.map(({ ended }) => ended))
  }

  async #attend(tenantId: number, jobId: string, signal: AbortSignal, run: JobOrder['run']): Promise<void> {
    const report = this.#reporter(tenantId, jobId)
    try {
      const result = await run({ progress: report.progress, signal })
      await report.settled()
      await this.#finish(tenantId, jobId, { state: 'done', result: JSON.stringify(result ?? null) })
    } catch (error) {
      await report.settled()
      const { code, message } = statusOf(error).body
      const state = signal.aborted ? 'cancelled' : 'failed'
      await this.#finish(tenantId, jobId, { state, error_code: signal.aborted ? 'cancelled' : code, error_message: signal.aborted ? '已取消' : message })
    } finally {
      this.#running.delete(jobId)
    }
  }

  #reporter(tenantId: number, jobId: string) {
    let writing: Promise<unknown> = Promise.resolve()
    let lastMs = 0
    return {
      progress: (done: number, total: number | null, note = '') => {
        const nowMs = performance.now()
        if (nowMs - lastMs < writeEveryMs && done !== total) return
        lastMs = nowMs
        writing = writing.then(() => this.#update(tenantId, jobId, { done, total, note })).catch(() => undefined)
      },
      settled: () => writing,
    }
  }

  #finish(tenantId: number, jobId: string, outcome: { state: 'done' | 'failed' | 'cancelled'; result?: string; error_code?: string; error_message?: string }) {
    return this.#update(tenantId, jobId, { ...outcome, finished_at: this.#database.clock.now() })
  }

  #update(tenantId: number, jobId: string, change: Record<string, unknown>) {
    return this.#database.write({ tenantId, actor: 'taizhang' }, (tx) =>
      tx.updateTable('jobs').set(change).where('tenant_id', '=', tenantId).where('job_id', '=', jobId).execute(),
    )
  }
}
