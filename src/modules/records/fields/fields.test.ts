import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyCatalogue } from '../../../../test/helpers/catalogue.ts'
import { fieldTypes } from './types.ts'
import type { Cell, FieldDefinition } from './field-type.ts'

const catalogue = tinyCatalogue()

function definition(id: string): FieldDefinition {
  const field = catalogue.kinds.get('meeting')?.fields[id]
  if (field === undefined) throw new Error(id)
  return { field, vocabulary: catalogue.vocabularies.get(field.vocabulary ?? '') ?? null }
}

function parse(id: string, cell: Cell): unknown {
  const { field } = definition(id)
  const parsed = fieldTypes[field.type].parse(cell, definition(id))
  return 'value' in parsed ? parsed.value : null
}

describe('parse', () => {
  it.each<[string, Cell, unknown]>([
    ['held-on', '2026-03-05', '2026-03-05'],
    ['held-on', '2026/3/5', '2026-03-05'],
    ['held-on', '2026.3.5', '2026-03-05'],
    ['held-on', '２０２６年３月５日', '2026-03-05'],
    ['held-on', '20260305', '2026-03-05'],
    ['held-on', '2026-03-05 09:30', '2026-03-05'],
    ['held-on', new Date('2026-03-05T00:00:00Z'), '2026-03-05'],
    ['held-on', '2026-02-29', null],
    ['held-on', '上周', null],
    ['attendees', '1,204人', 1204],
    ['attendees', '２４', 24],
    ['attendees', '2.5', null],
    ['attendees', '约20', null],
    ['cost', '1,234.50元', 1234.5],
    ['cost', 0.1, 0.1],
    ['cost', '0.125', null],
    ['topics', '网络安全', 'security'],
    ['topics', '网安', 'security'],
    ['topics', 'security', 'security'],
    ['topics', '打球', null],
    ['place', ' 三楼会议室 ', '三楼会议室'],
    ['place', 'a\u0000b', null],
    ['place', '\ud800', null],
  ])('reads %s from %j as %j', (id, cell, value) => {
    expect(parse(id, cell)).toEqual(value)
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
  it('is read the same in every spelling', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }), (moment) => {
        const day = moment.toISOString().slice(0, 10)
        const [year, month, date] = day.split('-').map(Number)
        for (const spelling of [day, `${year}年${month}月${date}日`, `${year}/${month}/${date}`, `${year}.${month}.${date}`]) {
          expect(parse('held-on', spelling)).toBe(day)
        }
      }),
    )
  })
})
