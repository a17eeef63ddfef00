import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/helpers/database.ts'
import type { Principal } from '../http/server.ts'
import { Invalid, NotFound } from '../errors.ts'
import { Jobs } from './jobs.ts'
import { jobOf, jobsOf } from './queries.ts'

const clerk = (tenantId: number, accountId: string): Principal => ({ name: '经办人甲', tenantId, accountId, grants: [{ role: 'clerk', unitId: null }] })
const mine = '7f3a0f3e-6c51-4a55-9d5f-2f6f5a7c1a10'
const theirs = '7f3a0f3e-6c51-4a55-9d5f-2f6f5a7c1a11'

async function office() {
  const database = await testDatabase()
  const jobs = new Jobs(database)
  const principal = clerk(database.tenantId, mine)
  const read = (jobId: string, who = principal) => database.read(database.tenantId, (db) => jobOf(db, who, jobId))
  return { database, jobs, principal, read }
}

describe('Jobs', () => {
  it('keeps how far a job is and what came of it', async () => {
    const { jobs, principal, read } = await office()
    const { jobId } = await jobs.start({
      type: 'count', title: '数数', principal,
      run: async ({ progress }) => {
        progress(3, 3, '数完了')
        return { counted: 3 }
      },
    })
    await jobs.close()
    expect(await read(jobId)).toMatchObject({ state: 'done', done: 3, total: 3, note: '数完了', result: { counted: 3 }, error: null })
  })

  it('keeps the reason of a job that failed', async () => {
    const { jobs, principal, read } = await office()
    const { jobId } = await jobs.start({ type: 'count', title: '数数', principal, run: async () => Promise.reject(new Invalid('no-numbers', '没有可数的')) })
    await expect.poll(async () => (await read(jobId)).state).toBe('failed')
    expect((await read(jobId)).error).toEqual({ code: 'no-numbers', message: '没有可数的' })
  })

  it('stops a job that is cancelled', async () => {
    const { jobs, principal } = await office()
    const { jobId } = await jobs.start({
      type: 'wait', title: '等待', principal,
      run: ({ signal }) => new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason as Error))),
    })
    expect(await jobs.cancel(principal, jobId)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } })
  })

  it('shows a job only to who started it and to administrators', async () => {
    const { database, jobs, principal, read } = await office()
    const { jobId } = await jobs.start({ type: 'count', title: '数数', principal, run: async () => 1 })
    await expect(read(jobId, clerk(database.tenantId, theirs))).rejects.toThrow(NotFound)
    const administrator: Principal = { ...clerk(database.tenantId, theirs), grants: [{ role: 'administrator', unitId: null }] }
    expect((await database.read(database.tenantId, (db) => jobsOf(db, administrator, { limit: 10 }))).map((job) => job.jobId)).toContain(jobId)
    await jobs.close()
  })

  it('marks what an earlier run of the program left behind', async () => {
    const { database, jobs, principal, read } = await office()
    const { jobId } = await jobs.start({ type: 'wait', title: '等待', principal, run: () => new Promise(() => undefined) })
    await new Jobs(database).clearInterrupted(database.tenantId)
    expect(await read(jobId)).toMatchObject({ state: 'failed', error: { code: 'interrupted' } })
  })
})
