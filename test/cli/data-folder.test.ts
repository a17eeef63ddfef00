import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { ledger, report, run, runJson, testFolder } from './command-line.ts'

describe('working from a data folder', () => {
  beforeAll(() => {
    vi.stubEnv('DATABASE_URL', '')
    return () => vi.unstubAllEnvs()
  })

  it('imports a ledger once, fills from it later, and leaves a log that verifies', async () => {
    const folder = await testFolder()
    const data = ['--data', join(folder.path, 'data')]
    const file = await folder.put('会议.csv', ledger)

    const dry = await runJson<{ records: number; errorCount: number }>('import', file, '--dry-run', ...data)
    expect(dry).toMatchObject({ code: 0, shown: { records: 3, errorCount: 0 } })
    expect(dry.shown).not.toHaveProperty('imported')

    expect(await runJson('import', file, ...data)).toMatchObject({ code: 0, shown: { imported: 3 } })
    const again = await run('import', file, ...data)
    expect(again).toMatchObject({ code: 2, printed: [] })
    expect(again.told.join('\n')).toContain('导入过，什么都没有登记')

    const out = join(folder.path, '今年.docx')
    const filled = await runJson<{ figures: unknown[] }>('fill', await folder.put('去年.txt', report), '--period', '2026', '--out', out, ...data)
    expect(filled).toMatchObject({ code: 0, shown: { figures: [{ value: 2 }, { value: 1 }] } })
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK')

    expect(await runJson('verify', ...data)).toMatchObject({ code: 0, shown: { sound: true, versions: 3, broken: null } })
  }, 120_000)
})
