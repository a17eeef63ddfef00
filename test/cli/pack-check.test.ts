import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run, runJson, testFolder } from './command-line.ts'

const manifest = 'id: broken\nversion: 1.0.0\ntitle: 坏包（虚构）\nlicence: CC0-1.0\n'

async function brokenPack(): Promise<string> {
  const folder = await testFolder()
  const dir = join(folder.path, 'broken')
  await mkdir(join(dir, 'metrics'), { recursive: true })
  await folder.put('broken/pack.yaml', `${manifest}source: { rule: 虚构 }\n`)
  await folder.put('broken/metrics/counted.yaml', 'title: 数一数\nsource: { rule: 虚构 }\nkind: nothing\nform: count\nmeasures: [ 次 ]\n')
  return dir
}

describe('pack check', () => {
  it('prints file, line and what is wrong, and answers 1', async () => {
    const { code, printed } = await run('pack', 'check', await brokenPack())
    expect(code).toBe(1)
    expect(printed[0]).toMatch(/broken\/metrics\/counted\.yaml:3 .*nothing/)
    expect(printed.at(-1)).toMatch(/^共 \d+ 处问题。$/)
  })

  it('prints the same as an object', async () => {
    const { code, shown } = await runJson<{ problems: Record<string, unknown>[] }>('pack', 'check', await brokenPack())
    expect(code).toBe(1)
    expect(Object.keys(shown.problems[0] ?? {})).toEqual(['file', 'line', 'message'])
  })

  it('finds nothing wrong with the packs that come with the program, and runs their examples', async () => {
    expect(await runJson('pack', 'check', 'packs')).toEqual({ code: 0, shown: { problems: [] } })
  }, 120_000)
})
