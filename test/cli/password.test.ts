import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { run, testFolder } from './command-line.ts'

describe('password', () => {
  beforeAll(() => {
    vi.stubEnv('DATABASE_URL', '')
    return () => vi.unstubAllEnvs()
  })

  it('names the accounts there are when it is asked for another', async () => {
    const folder = await testFolder()
    const outcome = await run('password', 'nobody', '--data', join(folder.path, 'data'))
    expect(outcome).toMatchObject({ code: 2, printed: [] })
    expect(outcome.told.join('\n')).toContain('没有登录名为“nobody”的账户')
  }, 120_000)
})
