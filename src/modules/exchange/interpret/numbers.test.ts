import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureInHeading, scaleBetween } from './measures.ts'
import { parseNumber } from './numbers.ts'

const persons = { integer: true, digits: 0, measure: '人', scale: 1 }
const money = { integer: false, digits: 4, measure: '万元', scale: 1 }

describe('parseNumber', () => {
  it.each([
    ['十', 10], ['十二', 12], ['二十', 20], ['一百二十三', 123], ['三万五千', 35_000], ['两千零六', 2006], ['一亿二千万', 120_000_000], ['二〇二六', 2026],
  ])('reads the numeral %s as %i', (cell, value) => {
    expect(parseNumber(cell, persons)).toEqual({ value })
  })

  it('reads no number in 百', () => {
    expect(parseNumber('百', persons)).toHaveProperty('error')
  })

  it.each([
    [23, 23], ['23', 23], ['２３', 23], ['1,234', 1234], ['１，２３４', 1234], ['23人', 23], ['23 名', 23], ['23人次', 23], ['二十三', 23], ['一百零二人', 102], ['1.2万人', 12_000], ['3万', 30_000], ['0', 0],
  ])('reads %s as %i people', (cell, value) => {
    expect(parseNumber(cell, persons)).toEqual({ value })
  })

  it.each([['3.5', 3.5], ['3.5万元', 3.5], ['5000元', 0.5], ['1.2亿元', 12_000], [0.1 + 0.2, 0.3], ['-1.5', -1.5]])('reads %s as %d 万元', (cell, value) => {
    expect(parseNumber(cell, money)).toEqual({ value })
  })

  it.each(['约30', '30余人', '近30', '30多人', '30左右', '30人以上', '超过30'])('refuses the approximation %s', (cell) => {
    expect(parseNumber(cell, persons)).toEqual({ error: expect.stringContaining('请填写准确数字') })
  })

  it.each(['无', '见附件', '12-15', '3.5', -2, '1,23', true])('refuses %s as a number of people', (cell) => {
    expect(parseNumber(cell, persons)).toHaveProperty('error')
  })

  it('brings a column from the measure of its heading to that of its field', () => {
    const scale = scaleBetween(measureInHeading('罚款金额（元）'), '万元') ?? 1
    expect(parseNumber(12_345, { ...money, scale })).toEqual({ value: 1.2345 })
  })

  it('reads grouped and plain digits alike', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
      expect(parseNumber(value.toLocaleString('en-US'), persons)).toEqual({ value })
    }))
  })
})

describe('measureInHeading', () => {
  it.each([['金额（万元）', '万元'], ['金额(单位：元)', '元'], ['参加人数/人', '人'], ['参加人数', '']])('finds in %s %s', (heading, measure) => {
    expect(measureInHeading(heading)).toBe(measure)
  })
})
