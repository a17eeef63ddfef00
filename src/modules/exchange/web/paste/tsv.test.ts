import { describe, expect, it } from 'vitest'
import { cellsOf } from './tsv.ts'

describe('cellsOf', () => {
  it.each<[string, string[][]]>([
    ['a\tb\nc\td\n', [['a', 'b'], ['c', 'd']]],
    ['a\tb\r\nc\td', [['a', 'b'], ['c', 'd']]],
    ['a\t\tc\n', [['a', '', 'c']]],
    ['"两\n行"\tb\n', [['两\n行', 'b']]],
    ['"说""好"""\tb', [['说"好"', 'b']]],
    ['他说"好"\tb', [['他说"好"', 'b']]],
    ['\n\n\n', []],
    ['', []],
    ['单独一格', [['单独一格']]],
    ['a\t\n', [['a', '']]],
  ])('reads %j', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })
})
