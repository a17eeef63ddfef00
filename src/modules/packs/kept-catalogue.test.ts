import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keptCatalogue } from './kept-catalogue.ts'
import { emptyCatalogue } from './schema/pack.ts'
import { shippedCatalogue } from './shipped.ts'

const catalogue = await shippedCatalogue()
const other = emptyCatalogue()
const unread = () => {
  throw new Error('read again')
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'taizhang-kept-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

describe('keptCatalogue', () => {
  it('reads once, and afterwards answers the same', async () => {
    const place = await folder()
    expect(await keptCatalogue('甲', () => catalogue, place)).toBe(catalogue)
    expect(await keptCatalogue('甲', unread, place)).toEqual(catalogue)
    expect(await readdir(place)).toEqual(['catalogue.bin'])
  })

  it('reads again when a text has changed, or what was kept is damaged', async () => {
    const place = await folder()
    await keptCatalogue('甲', () => catalogue, place)
    expect(await keptCatalogue('乙', () => other, place)).toBe(other)
    await writeFile(join(place, 'catalogue.bin'), 'damaged')
    expect(await keptCatalogue('乙', () => other, place)).toBe(other)
    expect(await keptCatalogue('乙', unread, place)).toEqual(other)
  })

  it('does without where nothing can be kept', async () => {
    expect(await keptCatalogue('甲', () => other, join(await folder(), 'missing'))).toBe(other)
    expect(await keptCatalogue('甲', () => other, null)).toBe(other)
  })
})
