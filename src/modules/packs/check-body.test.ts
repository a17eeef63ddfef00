import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkPack, renewBodies } from './check.ts'
import { shippedPacks } from './shipped.ts'

let folder: string
let pack: string
const body = () => path.join(pack, 'reports', 'annual', 'body.docx')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'taizhang-packs-'))
  for (const dir of await shippedPacks()) await cp(dir, path.join(folder, path.basename(dir)), { recursive: true })
  pack = path.join(folder, 'ideology-duty')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('checking the body of a pack’s report', () => {
  it('finds the shipped bodies as their texts say', async () => {
    expect((await Promise.all((await shippedPacks()).map((dir) => checkPack(dir)))).flat()).toEqual([])
  })

  it('finds a body that its text has left behind, and writes it anew', async () => {
    const text = path.join(pack, 'reports', 'annual', 'body.md')
    await writeFile(text, `${await readFile(text, 'utf8')}\n特此报告。\n`)
    expect(await checkPack(pack)).toMatchObject([{ file: body(), message: expect.stringContaining('bin/pack-bodies') }])
    expect(await renewBodies(pack)).toEqual([body()])
    expect(await checkPack(pack)).toEqual([])
    expect(await renewBodies(pack)).toEqual([])
  })

  it('finds a body that is missing', async () => {
    await rm(body())
    expect(await checkPack(pack)).toMatchObject([{ file: body() }])
  })
})
