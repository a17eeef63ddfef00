import { describe, expect, it } from 'vitest'
import { Metric } from '../../packs/schema/metric.ts'
import { standsIn } from './stands-in.ts'

const metric = (more: object) => Metric.parse({ title: '数', source: { rule: '试' }, kind: 'meeting', form: 'count', measures: ['次'], ...more })
const special = { date: '2026-03-05', title: '专题会', category: 'special', topic: ['security', 'study'], attendees: 23 }

describe('standsIn', () => {
  it.each<[string, object, object, Record<string, string>, 'counted' | 'excluded' | null]>([
    ['every record of its kind', {}, special, {}, 'counted'],
    ['a record with the value it asks for', { where: { category: ['special'] } }, special, {}, 'counted'],
    ['none without it', { where: { category: ['other'] } }, special, {}, null],
    ['none that leaves it empty', { where: { form: ['video'] } }, special, {}, null],
    ['one of several values of a facet', {}, special, { topic: 'study' }, 'counted'],
    ['none with another value of it', {}, special, { topic: 'fire' }, null],
    ['its exclusions apart', { form: 'rate', excluding: { category: ['special'] } }, special, {}, 'excluded'],
    ['a whole whatever narrows its part', { form: 'share', narrows: 'part' }, special, { topic: 'fire' }, 'counted'],
    ['no comparison of a number that is missing', { form: 'rate', field: 'returned', over: 'issued' }, { issued: 10 }, {}, 'excluded'],
    ['the latest only where its field is filled', { form: 'latest', field: 'score' }, special, {}, null],
  ])('takes %s', (_, definition, fields, facets, expected) => {
    expect(standsIn(metric(definition), fields as Record<string, string>, facets)).toBe(expected)
  })
})
