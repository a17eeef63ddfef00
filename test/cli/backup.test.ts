import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openDataWorkplace, type Workplace } from '../../src/cli/workplace.ts'
import { importLedger } from '../../src/modules/exchange/contract.ts'
import { fillReport } from '../../src/modules/reports/contract.ts'
import { uploadFile } from '../../src/platform/contract/upload.ts'
import { verifyLog } from '../../src/platform/events/contract.ts'
import { ledger, report, run, runJson, testFolder } from './command-line.ts'

interface Made {
  tenants: { checkpoint: { position: number; hash: string } }[]
  rows: Record<string, number>
  files: number
  sound?: boolean
}

const program = fileURLToPath(new URL('../helpers/killed-program.ts', import.meta.url))

/** Runs a command line in a process that is killed with -9 once its progress says `when`. */
async function runKilled(when: string, ...words: string[]): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, when, ...words], { env: { ...process.env, DATABASE_URL: '' }, stdio: 'inherit' })
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return signal
}

/** The figures of this year's report, made of the records that are kept there. */
async function figuresOf({ client, transport }: Workplace) {
  const lastYear = await uploadFile(transport, '去年.txt', Buffer.from(report))
  const { figures } = await client.call(fillReport, { body: { report: lastYear, period: '2026', annex: false, round: false } })
  return figures.map(({ text, value, records, how }) => ({ text, value, records, how }))
}

describe('backup and restore', () => {
  beforeAll(() => {
    vi.stubEnv('DATABASE_URL', '')
    return () => vi.unstubAllEnvs()
  })

  it('keep checkpoint and figures, while the program runs and through kill -9 in the middle of either', async () => {
    const folder = await testFolder()
    const data = join(folder.path, 'data')
    const restored = join(folder.path, 'restored')
    const file = join(folder.path, 'one.tzb')

    const running = await openDataWorkplace(data)
    await running.client.call(importLedger, { body: { files: [await uploadFile(running.transport, '会议.csv', Buffer.from(ledger))] } })
    expect(await runKilled('正在核对写出的备份', 'backup', file, '--data', data)).toBe('SIGKILL')
    expect(await readdir(folder.path)).not.toContain('one.tzb')
    const { code, shown: made } = await runJson<Made>('backup', file, '--data', data)
    expect(code).toBe(0)
    expect(made).toMatchObject({ files: 1, rows: { record_versions: 3 } })
    expect(await readdir(folder.path)).not.toContain('one.tzb.part')
    const before = await figuresOf(running)
    await running.close()
    expect(await runJson<Made>('restore', file, '--check')).toMatchObject({ code: 0, shown: { tenants: made.tenants, rows: made.rows } })

    expect(await runKilled('正在恢复表 record_versions', 'restore', file, '--data', restored)).toBe('SIGKILL')
    for (const words of [['verify'], ['backup', join(folder.path, 'half.tzb')]]) {
      const refused = await run(...words, '--data', restored)
      expect(refused).toMatchObject({ code: 2, printed: [] })
      expect(refused.told.join('\n')).toContain('恢复还没有完成')
    }

    expect(await runJson<Made>('restore', file, '--data', restored)).toMatchObject({ code: 0, shown: { tenants: made.tenants, rows: made.rows, sound: true } })
    expect(await run('restore', file, '--data', restored)).toMatchObject({ code: 2, printed: [] })
    const again = await openDataWorkplace(restored)
    expect(await again.client.call(verifyLog, { body: {} })).toMatchObject({ sound: true, versions: 3, checkpoint: made.tenants[0]?.checkpoint })
    expect(await figuresOf(again)).toEqual(before)
    await again.close()
  }, 300_000)

  it('say what is wrong with the place or the file, and leave nothing', async () => {
    const folder = await testFolder()
    const nothing = ['--data', join(folder.path, 'nothing')]
    expect((await run('backup', join(folder.path, 'one.tzb'), ...nothing)).told).toEqual([expect.stringContaining('没有可备份的内容')])
    expect((await run('restore', join(folder.path, 'none.tzb'), ...nothing)).told).toEqual([expect.stringContaining('读不了备份文件')])
    expect((await run('restore', await folder.put('会议.csv', ledger), ...nothing)).told).toEqual([expect.stringContaining('不是台账的备份')])
    expect(await readdir(folder.path)).toEqual(['会议.csv'])
  })
})
