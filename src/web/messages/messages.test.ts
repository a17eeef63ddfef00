import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

interface Entry {
  path: string
  /** The text, or for a phrase with blanks its number of blanks. */
  text: string | number
}

describe('message catalogues', () => {
  it('hold the same messages with the same blanks', () => {
    expect(entriesOf(en).map(shapeOf)).toEqual(entriesOf(zh).map(shapeOf))
  })

  it('leave nothing empty', () => {
    expect([...entriesOf(zh), ...entriesOf(en)].filter(({ text }) => text === '')).toEqual([])
  })

  it('keep Chinese out of the English texts, but for the name of the other language', () => {
    const chinese = entriesOf(en).filter(({ text }) => typeof text === 'string' && /\p{Script=Han}/u.test(text))
    expect(chinese.map(({ path }) => path)).toEqual(['otherLanguage'])
  })
})

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
