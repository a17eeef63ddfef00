import { describe, expect, it } from 'vitest'
import { matching } from './search.ts'

const places = ['报告 Reports', '台账 Records', '检查报告', 'Log 日志']
const found = (words: string) => matching(places, words, (place) => place)

describe('matching', () => {
  it.each([
    ['', places],
    ['报告', ['报告 Reports', '检查报告']],
    ['RE', ['报告 Reports', '台账 Records']],
    ['日志 log', ['Log 日志']],
    ['没有', []],
  ])('finds by %s', (words, expected) => {
    expect(found(words)).toEqual(expected)
  })
})
