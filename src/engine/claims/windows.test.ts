import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowsOf } from './windows.ts'

describe('cutting a paragraph into windows', () => {
  it('leaves an ordinary paragraph whole', () => {
    expect(windowsOf('召开会议x次。')).toEqual([{ start: 0, text: '召开会议x次。' }])
  })

  it('cuts a long one behind its sentences', () => {
    const sentence = `${'全局干部职工认真学习'.repeat(20)}，召开会议x次。`
    const windows = windowsOf(sentence.repeat(30))
    expect(windows.length).toBeGreaterThan(2)
    expect(windows.every(({ text }) => text.endsWith('。'))).toBe(true)
  })

  it('loses and moves nothing', () => {
    const alphabet = constantFrom('会', 'x', '，', '。', '；', '1')
    assert(
      property(array(alphabet, { maxLength: 4_000, size: 'max' }).map((parts) => parts.join('')), (text) => {
        const windows = windowsOf(text)
        expect(windows.map((window) => window.text).join('')).toBe(text)
        expect(windows.every((window) => text.startsWith(window.text, window.start) && window.text.length <= 1_500)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})
