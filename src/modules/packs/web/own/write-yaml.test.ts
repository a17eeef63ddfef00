import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeOnto } from '../../merge.ts'
import { parsePack } from '../../read-pack.ts'
import { shippedCatalogue } from '../../shipped.ts'
import { freeId, kindFiles, metricFiles, type NewField, type NewKind } from './write-yaml.ts'

const base = await shippedCatalogue()
const manifest = 'id: local\ntitle: 本单位\nversion: 1.0.0\nlicence: 自用\nsource: { rule: 本单位规定 }\n'
const merged = (files: Record<string, string>) => mergeOnto(base, parsePack({ dir: 'local', texts: new Map(Object.entries({ 'pack.yaml': manifest, ...files })), problems: [] }))

const field = (parts: Partial<NewField>): NewField => ({ title: '人数', type: 'integer', required: false, facet: false, measure: '人', choices: [], ...parts })
const openDay: NewKind = {
  id: 'own-1', title: '开放日活动', source: '本单位规定', counted: { phrases: ['开放日', '开放日活动'], measure: '次' },
  fields: [field({}), field({ title: '对象', type: 'choice', facet: true, choices: ['学生', '居民'] }), field({ title: '经费', type: 'decimal', measure: '元' })],
}

describe('writing a new kind', () => {
  it('reads as it was meant', () => {
    const { kinds, metrics, vocabularies } = merged(kindFiles(openDay))
    expect(kinds.get('own-1')).toMatchObject({ title: '开放日活动', fields: { 'number-1': { measure: '人' }, 'choice-2': { vocabulary: 'own-1-choice-2', facet: true }, 'amount-3': { digits: 2 } } })
    expect(vocabularies.get('own-1-choice-2')?.values['value-2']?.title).toBe('居民')
    expect(metrics.get('own-1-count')).toMatchObject({ kind: 'own-1', phrases: ['开放日', '开放日活动'] })
  })

  it('is right whatever is typed', () => {
    const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(word, word, fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), (title, source, choices) => {
        fc.pre(choices.every((choice) => !/^value-\d$/.test(choice)))
        const files = kindFiles({ ...openDay, title, source, fields: [field({ title: '对象', type: 'choice', choices })], counted: { phrases: [title], measure: '次' } })
        const { kinds, vocabularies } = merged(files)
        expect(kinds.get('own-1')?.title).toBe(title)
        expect(Object.values(vocabularies.get('own-1-choice-1')?.values ?? {}).map((value) => value.title)).toEqual(choices)
      }),
      { numRuns: 40 },
    )
  })
})

describe('writing a new metric', () => {
  it.each([
    [{ form: 'count' as const, where: { topic: ['network-security'] } }, { form: 'count', where: { topic: ['network-security'] } }],
    [{ form: 'sum' as const, field: 'attendees' }, { form: 'sum', field: 'attendees' }],
    [{ form: 'share' as const, part: { category: ['special-meeting'] } }, { form: 'share', measures: ['%'], digits: 2, part: { category: ['special-meeting'] } }],
  ])('%# reads as it was meant', (parts, read) => {
    const files = metricFiles({ id: 'own-metric-1', title: '网安会议', source: '本单位规定', kind: 'meeting', measure: '次', phrases: ['网安会议'], field: null, where: {}, part: {}, ...parts })
    expect(merged(files).metrics.get('own-metric-1')).toMatchObject(read)
  })
})

describe('freeId', () => {
  it('passes over what is taken', () => {
    expect(freeId(new Set(['own-1', 'own-2', 'own-4']), 'own')).toBe('own-3')
  })
})
