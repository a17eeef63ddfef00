import { readFile, rm } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { makeTemporaryFolder } from '../../src/platform/database/embedded/data-folder.ts'
import { startProgram, type Program } from './program.ts'

const started: Program[] = []
const folder = await makeTemporaryFolder('taizhang-start-')

function start(): Program {
  const program = startProgram('start', '--demo', '--port', '0', '--data', folder)
  started.push(program)
  return program
}

async function addressOf(program: Program): Promise<string> {
  return (await program.said(/台账已启动：(http:\/\/127\.0\.0\.1:[1-9]\d*)/))[1] ?? ''
}

/** The cookie of somebody who chose an account of the demonstration. */
async function signedIn(url: string): Promise<string> {
  const reply = await fetch(`${url}/api/session/demo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'jiancha' }) })
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

afterAll(async () => {
  for (const program of started) program.stop()
  await Promise.all(started.map(({ ended }) => ended))
  await rm(folder, { recursive: true, force: true })
})

describe('start --demo', { timeout: 300_000 }, () => {
  it('does the main job, serves it, refuses a second program and strangers’ changes, stops when told and starts again as it was', async () => {
    const first = start()
    const url = await addressOf(first)
    await first.said(/已建立演示台账：虚构的云江市交通运输局/)
    const [, path = ''] = await first.said(/^Word 文件：(.+\.docx)$/)
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')

    expect((await fetch(`${url}/api/reports`)).status).toBe(403)
    const cookie = await signedIn(url)
    const ask = async <Reply>(address: string) => (await (await fetch(`${url}${address}`, { headers: { cookie } })).json()) as Reply
    expect(await ask('/api/status')).toMatchObject({ demo: true, tenant: '云江市交通运输局（演示，虚构）' })
    const { reports } = await ask<{ reports: { reportId: string }[] }>('/api/reports')
    expect(reports).toHaveLength(1)
    const report = await ask<{ figures: { number: number; records: number }[] }>(`/api/reports/${reports[0]?.reportId}`)
    const figure = report.figures.find(({ records }) => records > 0)
    const behind = await ask<{ total: number; records: { title: string }[] }>(`/api/reports/${reports[0]?.reportId}/figures/${figure?.number}/records`)
    expect(behind.total).toBe(figure?.records)
    expect(behind.records[0]?.title).not.toBe('')

    const change = await fetch(`${url}/api/ledgers/import`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ files: [{ name: '会议.csv', sha256: '0'.repeat(64) }] }) })
    expect(change.status).toBe(403)

    const second = start()
    expect(await second.ended).toBe(2)
    expect(second.lines.join('\n')).toMatch(/正被另一个台账程序（进程 \d+）使用/)

    first.stop()
    expect(await first.ended).toBe(0)

    const later = start()
    const laterUrl = await addressOf(later)
    expect((await later.said(/^Word 文件：(.+\.docx)$/))[1]).toBe(path)
    expect(later.lines.join('\n')).not.toContain('已建立演示台账')
    const { reports: kept } = (await (await fetch(`${laterUrl}/api/reports`, { headers: { cookie } })).json()) as { reports: unknown[] }
    expect(kept).toEqual(reports)
    later.stop()
    expect(await later.ended).toBe(0)
  })
})

describe('start interrupted', { timeout: 300_000 }, () => {
  it('ends at once while the demonstration is being built, and goes on with it at the next start', async () => {
    const own = await makeTemporaryFolder('taizhang-start-')
    const run = () => {
      const program = startProgram('start', '--demo', '--port', '0', '--data', own)
      started.push(program)
      return program
    }
    const first = run()
    await first.said(/正在建立演示台账/)
    first.stop()
    expect(await first.ended).toBe(0)
    expect(first.lines.join('\n')).not.toContain('台账已启动')

    const later = run()
    await addressOf(later)
    const [, records] = await later.said(/共 (\d+) 条记录/)
    expect(Number(records)).toBeGreaterThan(3000)
    later.stop()
    expect(await later.ended).toBe(0)
    await rm(own, { recursive: true, force: true })
  })
})
