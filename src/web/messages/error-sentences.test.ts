import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorSentences, sentenceOf } from './error-sentences.ts'

const source = fileURLToPath(new URL('../..', import.meta.url))
/** What pages never meet: the command line, and what keeps the program from starting. */
const elsewhere = /^(cli|demo|server\.ts|platform\/(database|backup)|web\/)/
const thrown = /(?:new (?:Invalid|NotFound|NotAllowed|Conflict|DocxError)|refused(?:Field)?)\(\s*'([a-z][a-z0-9-]*)'/g

function thrownCodes(): string[] {
  const files = (readdirSync(source, { recursive: true }) as string[])
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !elsewhere.test(file))
  const codes = files.flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(thrown)].map(([, code = '']) => code))
  return [...new Set(codes)].sort()
}

describe('errors in English', () => {
  it('have a sentence for every code that is thrown', () => {
    const codes = thrownCodes()
    expect(codes.length).toBeGreaterThan(100)
    expect(codes.filter((code) => !Object.hasOwn(errorSentences, code))).toEqual([])
  })

  it('say something in English, with details and without', () => {
    const details = { problems: [{}], fields: [{ field: '/name' }], units: ['甲'], changed: [{}, {}], errorCount: 3, waitMinutes: 5, slot: 7, limit: 9, current: '2', by: 'li', children: 2, unitIds: [1, 2] }
    for (const code of Object.keys(errorSentences)) {
      expect(sentenceOf({ code, details: {} })).toMatch(/^[^\p{Script=Han}]+[.:]$/u)
      expect(sentenceOf({ code, details })).not.toMatch(/undefined|\[object/)
    }
    expect(sentenceOf({ code: 'locked-out', details })).toContain('in 5 minutes')
    expect(sentenceOf({ code: 'place-changed', details })).toContain('2 places')
  })

  it('have none for a code that nobody knows', () => {
    expect(sentenceOf({ code: 'constructor', details: {} })).toBeNull()
  })
})
