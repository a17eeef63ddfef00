import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyCatalogue } from '../../../../test/helpers/catalogue.ts'
import { fieldTypes } from './types.ts'
import type { FieldDefinition } from './field-type.ts'

const catalogue = tinyCatalogue()

function definition(id: string): FieldDefinition {
  const field = catalogue.kinds.get('meeting')?.fields[id]
  if (field === undefined) throw new Error(id)
  return { field, vocabulary: catalogue.vocabularies.get(field.vocabulary ?? '') ?? null }
}

function problem(id: string, value: unknown): string | null {
  const { field } = definition(id)
  return fieldTypes[field.type].check(value, definition(id))
}

describe('checking a value', () => {
  it.each<[string, unknown]>([
    ['held-on', '2026-03-05'],
    ['attendees', 1204],
    ['cost', 1234.5],
    ['topics', 'security'],
    ['place', '三楼会议室'],
  ])('keeps for %s the value %j', (id, value) => {
    expect(problem(id, value)).toBeNull()
  })

  it.each<[string, unknown, RegExp]>([
    ['held-on', '2026-02-29', /应为日期/],
    ['held-on', '2026/3/5', /应为日期/],
    ['attendees', 2.5, /应为整数/],
    ['cost', 0.125, /小数最多 2 位/],
    ['topics', '打球', /“打球”不在“.+”之内，可填：/],
    ['place', 'a\u0000b', /控制字符/],
    ['place', '\ud800', /残缺字符/],
    ['place', ' ', /不能为空/],
  ])('refuses for %s the value %j', (id, value, message) => {
    expect(problem(id, value)).toMatch(message)
  })
})

describe('a decimal', () => {
  it('survives its column, whatever was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const value = cents / 100
        expect(fieldTypes.decimal.check(value, definition('cost'))).toBeNull()
        expect(fieldTypes.decimal.toColumn(value, 2)).toBe(cents)
      }),
    )
  })
})

describe('a date', () => {
  it('is every day of the calendar', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }), (moment) => {
        expect(problem('held-on', moment.toISOString().slice(0, 10))).toBeNull()
      }),
    )
  })
})
