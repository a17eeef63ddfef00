import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPack, examplesOf } from './check.ts'
import { shippedPacks } from './shipped.ts'

const root = await mkdtemp(path.join(tmpdir(), 'check-'))
afterAll(() => rm(root, { recursive: true, force: true }))

async function local(id: string, files: Record<string, string>): Promise<string> {
  const dir = path.join(root, id)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true })
    await writeFile(path.join(dir, name), text)
  }
  return dir
}

const manifest = (id: string, needs: string) => `{ id: ${id}, title: 本地包, version: 1.0.0, licence: MIT, needs: [${needs}], source: { rule: 试验 } }\n`
const example = (value: number) => `title: 一次会议
period: '2026'
given:
  - { kind: meeting, fields: { date: 2026-03-05, title: 例会, category: regular-meeting } }
expect:
  - { metric: meetings, value: ${value} }
`

describe('checkPack', () => {
  it('finds the packs that a local pack needs among the shipped ones', async () => {
    const dir = await local('mine', { 'pack.yaml': manifest('mine', 'common'), 'examples/one.yaml': example(1) })
    expect(await checkPack(dir)).toEqual([])
  })

  it('finds the packs that it needs beside it', async () => {
    const dir = await local('upper', { 'pack.yaml': manifest('upper', 'lower') })
    await local('lower', { 'pack.yaml': manifest('lower', '') })
    expect(await checkPack(dir)).toEqual([])
  })

  it('runs the examples and says where one does not come out', async () => {
    const dir = await local('wrong', { 'pack.yaml': manifest('wrong', 'common'), 'examples/one.yaml': example(2) })
    const seen: string[] = []
    const problems = await checkPack(dir, async (catalogue, { title, given }) => {
      seen.push(`${title} ${given.length} ${catalogue.metrics.has('meetings')}`)
      return ['应为 2，算得 1']
    })
    expect(seen).toEqual(['一次会议 1 true'])
    expect(problems).toEqual([{ file: path.join(dir, 'examples/one.yaml'), line: 5, message: '一次会议：应为 2，算得 1' }])
  })

  it('does not run examples of a pack with mistakes', async () => {
    const dir = await local('bad', { 'pack.yaml': manifest('bad', 'common, none'), 'examples/one.yaml': example(1) })
    const problems = await checkPack(dir, () => Promise.reject(new Error('must not run')))
    expect(problems.map(({ message }) => message)).toEqual(['需要制度包“none”，但没有找到它'])
  })
})

describe('checking a workflow', () => {
  it('says which step leads nowhere and which state is never reached', async () => {
    const dir = await local('flow', {
      'pack.yaml': manifest('flow', ''),
      'kinds/draft.yaml': `title: 稿件
source: { rule: 试验 }
occurred: date
naming: title
fields:
  date: { title: 日期, type: date }
  title: { title: 标题, type: text }
workflow:
  states: { written: { title: 拟稿 }, reviewed: { title: 已审 }, lost: { title: 无人能到 } }
  verbs:
    review: { title: 审核, from: [ written ], to: reviewed, permission: records:review }
    send: { title: 报送, from: [ reviewed ], to: sent }
`,
    })
    expect((await checkPack(dir)).map(({ line, message }) => `${line} ${message}`)).toEqual(['9 没有一步能到状态“lost”', '12 没有状态“sent”'])
  })
})

describe('examplesOf', () => {
  it('gives the examples of a pack; every shipped pack that counts something has some', async () => {
    const counting = (await shippedPacks()).filter((dir) => existsSync(path.join(dir, 'metrics')))
    for (const dir of counting) expect((await examplesOf(dir)).length, dir).toBeGreaterThan(1)
  })
})
