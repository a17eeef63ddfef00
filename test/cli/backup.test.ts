import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openDataWorkplace } from '../../src/cli/workplace.ts'
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

describe('backup and restore', () => {
  beforeAll(() => {
    vi.stubEnv('DATABASE_URL', '')
    return () => vi.unstubAllEnvs()
  })

  it('keep checkpoint and figures, while the program runs and through kill -9 in the middle of either', async () => {
    const folder = await testFolder()
    const data = ['--data', join(folder.path, 'data')]
    const restored = ['--data', join(folder.path, 'restored')]
    const lastYear = await folder.put('去年.txt', report)
    const file = join(folder.path, 'one.tzb')
    const figures = async (place: string[]) =>
      (await runJson<{ figures: { value: number; records: number }[] }>('fill', lastYear, '--period', '2026', '--out', join(folder.path, '今年.docx'), ...place)).shown.figures
    expect(await run('import', await folder.put('会议.csv', ledger), ...data)).toMatchObject({ code: 0 })

    const running = await openDataWorkplace(join(folder.path, 'data'))
    expect(await runKilled('正在核对写出的备份', 'backup', file, ...data)).toBe('SIGKILL')
    expect(await readdir(folder.path)).not.toContain('one.tzb')
    const { code, shown: made } = await runJson<Made>('backup', file, ...data)
    expect(code).toBe(0)
    expect(made).toMatchObject({ files: 1, rows: { record_versions: 3 } })
    expect(await readdir(folder.path)).not.toContain('one.tzb.part')
    await running.close()
    expect(await runJson<Made>('restore', file, '--check')).toMatchObject({ code: 0, shown: { tenants: made.tenants, rows: made.rows } })

    expect(await runKilled('正在恢复表 record_versions', 'restore', file, ...restored)).toBe('SIGKILL')
    const refused = await run('verify', ...restored)
    expect(refused).toMatchObject({ code: 2, printed: [] })
    expect(refused.told.join('\n')).toContain('恢复还没有完成')
    expect((await run('backup', join(folder.path, 'half.tzb'), ...restored)).told.join('\n')).toContain('恢复还没有完成')

    expect(await runJson<Made>('restore', file, ...restored)).toMatchObject({ code: 0, shown: { tenants: made.tenants, rows: made.rows, sound: true } })
    expect(await run('restore', file, ...restored)).toMatchObject({ code: 2, printed: [] })
    expect(await runJson('verify', ...restored)).toMatchObject({ code: 0, shown: { sound: true, versions: 3, checkpoint: made.tenants[0]?.checkpoint } })
    expect(await figures(restored)).toEqual(await figures(data))
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
