import { Kind } from '../../src/modules/packs/schema/kind.ts'
import { emptyCatalogue, type Catalogue } from '../../src/modules/packs/schema/pack.ts'
import { Vocabulary } from '../../src/modules/packs/schema/vocabulary.ts'

const source = { rule: 'invented for tests' }

/** A catalogue of one kind, a meeting, with a field of every type. */
export function tinyCatalogue(): Catalogue {
  const meeting = Kind.parse({
    title: '会议',
    source,
    occurred: 'held-on',
    naming: 'name',
    fields: {
      'held-on': { title: '召开日期', type: 'date', required: true },
      name: { title: '会议名称', type: 'text', required: true },
      topics: { title: '主题', type: 'choice', vocabulary: 'topic', facet: true, many: 2 },
      place: { title: '地点', type: 'text', facet: true },
      attendees: { title: '参会人数', type: 'integer', measure: '人' },
      cost: { title: '费用', type: 'decimal', digits: 2, measure: '元' },
      'reported-on': { title: '上报日期', type: 'date' },
      minutes: { title: '纪要', type: 'text' },
    },
  })
  const topic = Vocabulary.parse({
    title: '主题',
    source,
    values: {
      security: { title: '网络安全', synonyms: ['网安'] },
      study: { title: '理论学习' },
      safety: { title: '安全生产' },
    },
  })
  return {
    ...emptyCatalogue(),
    packs: [{ id: 'tiny', version: '1.0.0', title: '测试' }],
    kinds: new Map([['meeting', { ...meeting, id: 'meeting', pack: 'tiny' }]]),
    vocabularies: new Map([['topic', { ...topic, id: 'topic', pack: 'tiny' }]]),
  }
}
