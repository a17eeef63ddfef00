import { describe, expect, it } from 'vitest'
import { periodWords } from './period-words.ts'

const at = (text: string) => periodWords(text, text.lastIndexOf('x'))

describe('finding the period a figure speaks of', () => {
  it.each([
    ['上半年，召开会议3次，举办培训x期', '上半年'],
    ['前三季度受理诉求x件', '前三季度'],
    ['一至三季度受理诉求x件', '一至三季度'],
    ['1—9月受理诉求x件', '1—9月'],
    ['前10个月受理诉求x件', '前10个月'],
    ['第四季度受理诉求x件', '第四季度'],
    // A period inside one clause does not hold for the next.
    ['去年立案3件，今年x件', null],
    ['一季度召开会议3次，开展检查x次', null],
    // Held against, or how often.
    ['较去年增长x%', null],
    ['同比上年增长x%', null],
    ['每季度召开会议x次', null],
    // Come back to the report's own period.
    ['由去年的5件降到x件', null],
    ['去年5件、今年x件', null],
    ['上半年受理5件、办结x件', '上半年'],
    ['截至三季度末，培训x期', '三季度'],
    ['上半年工作有序；召开会议x次', null],
  ])('reads %s', (text, expected) => {
    expect(at(text)).toBe(expected)
  })
})
