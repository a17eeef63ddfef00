import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Entry {
  path: string
  /** The text, or for a phrase with blanks its number of blanks. */
  text: string | number
}

const source = fileURLToPath(new URL('../..', import.meta.url))
const folders = (readdirSync(source, { recursive: true }) as string[])
  .filter((file) => /(^|\/)web\/(\w+\/)?messages\/zh\.ts$/.test(file))
  .map(dirname)
  .sort()

describe.each(folders)('message catalogues of %s', (folder) => {
  it('hold the same messages with the same blanks', async () => {
    const { zh, en } = await catalogues(folder)
    expect(entriesOf(en).map(shapeOf)).toEqual(entriesOf(zh).map(shapeOf))
  })

  it('leave nothing empty', async () => {
    const { zh, en } = await catalogues(folder)
    expect([...entriesOf(zh), ...entriesOf(en)].filter(({ text }) => text === '')).toEqual([])
  })

  it('keep Chinese out of the English texts, but for the name of the other language', async () => {
    const { en } = await catalogues(folder)
    const chinese = entriesOf(en).filter(({ text }) => typeof text === 'string' && /\p{Script=Han}/u.test(text))
    expect(chinese.map(({ path }) => path).filter((path) => path !== 'otherLanguage')).toEqual([])
  })
})

async function catalogues(folder: string): Promise<{ zh: object; en: object }> {
  const [{ zh }, { en }] = await Promise.all([import(join(source, folder, 'zh.ts')), import(join(source, folder, 'en.ts'))]) as [{ zh: object }, { en: object }]
  return { zh, en }
}

function shapeOf({ path, text }: Entry): string {
  return `${path}/${typeof text === 'number' ? text : 'text'}`
}

function entriesOf(messages: object, prefix = ''): Entry[] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]): Entry[] => {
    const path = `${prefix}${key}`
    if (typeof value === 'string') return [{ path, text: value }]
    if (typeof value === 'function') return [{ path, text: value.length }]
    return entriesOf(value as object, `${path}.`)
  })
}
