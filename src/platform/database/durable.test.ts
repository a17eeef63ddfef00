import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { systemClock } from '../clock.ts'
import { checkpointOf } from '../events/checkpoint.ts'
import { createTenant } from '../events/tenants.ts'
import { openDatabase } from './database.ts'
import { makeTemporaryFolder } from './embedded/data-folder.ts'
import { isAlive } from './embedded/process.ts'
import { startEmbedded } from './embedded/start.ts'

describe('write', { timeout: 120_000 }, () => {
  it('is on the disk when it answers, also where many wait for the disk together', async () => {
    const dataDir = await makeTemporaryFolder('taizhang-durable-')
    onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
    const first = await startEmbedded({ dataDir, durable: true })
    const database = await openDatabase({ ...first, clock: systemClock })
    const tenantId = await createTenant(database, { name: '断电' })
    const note = (n: number) =>
      database.write({ tenantId, actor: '测试' }, async (tx) => tx.append({ type: 'note.taken', subject: `note:${n}`, content: { n } }, async () => undefined))
    await Promise.all(Array.from({ length: 60 }, (_, n) => note(n)))
    const pid = Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await isAlive(pid)).toBe(false), { timeout: 10_000 })
    await database.close().catch(() => undefined)

    const second = await startEmbedded({ dataDir, durable: true })
    onTestFinished(() => second.stop())
    const again = await openDatabase({ ...second, clock: systemClock })
    onTestFinished(() => again.close())
    expect((await again.read(tenantId, checkpointOf)).position).toBe(61)
  })
})
