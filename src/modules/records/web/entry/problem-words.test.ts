import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { problemInEnglish } from './problem-words.ts'

const records = fileURLToPath(new URL('../..', import.meta.url))
const checking = [...readdirSync(`${records}/fields`).filter((file) => !file.includes('.test.')).map((file) => `fields/${file}`), 'rules.ts']

/** Chinese texts of the files that check fields, as they read with a blank filled in. */
function said(): string[] {
  return checking.flatMap((file) =>
    [...readFileSync(`${records}/${file}`, 'utf8').matchAll(/['`]([^'`\n]*\p{Script=Han}[^'`\n]*)['`]/gu)].map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, '7')),
  )
}

it('says every problem of a field in English', () => {
  const shown = said().filter((text) => !/等$|^、$/.test(text))
  expect(shown.length).toBeGreaterThan(12)
  expect(shown.filter((text) => /\p{Script=Han}/u.test(problemInEnglish(text)))).toEqual([])
})

it('keeps the limits and what was typed', () => {
  expect(problemInEnglish('文字过长（5000 字），最多 4000 字')).toBe('5000 characters, at most 4000')
  expect(problemInEnglish('“晚会”不在“会议形式”之内，可填：现场、视频')).toBe('“晚会” is not one of: 现场、视频')
})
