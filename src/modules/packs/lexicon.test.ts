import { describe, expect, it } from 'vitest'
import type { LexiconMetric } from '../../engine/claims/slot.ts'
import { lexiconOf } from './lexicon.ts'
import { shippedCatalogue } from './shipped.ts'

const lexicon = lexiconOf(await shippedCatalogue())

function metric(id: string): LexiconMetric {
  const found = lexicon.metrics.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no metric ${id}`)
  return found
}

/** Metrics of one kind that are spoken of by the same facet are told apart by the words around: 人均, 得分, 排名. */
function meet(one: LexiconMetric, other: LexiconMetric): boolean {
  if (one.kind === other.kind && one.spoken.some((facet) => other.spoken.includes(facet))) return false
  return one.measures.some((measure) => other.measures.includes(measure))
}

describe('lexiconOf', () => {
  it('adds the words of the facets that name a metric by themselves', () => {
    expect(metric('meetings').phrases).toEqual(expect.arrayContaining(['召开会议', '专题研讨会', '党组会', '支委会']))
    expect(metric('study-sessions').phrases).toEqual(expect.arrayContaining(['理论学习中心组', '廉洁教育警示片', '主题党日']))
  })

  it('lets a change be spoken of in the words of what changes', () => {
    expect(metric('cases-change').phrases).toEqual(metric('cases').phrases)
  })

  it('offers a facet unless the metric fixes it', () => {
    expect(metric('findings').facets).toMatchObject({ status: 'finding-status', topic: 'topic' })
    expect(metric('findings-closed').facets).not.toHaveProperty('status')
    expect(metric('findings-closed').where).toEqual({ status: ['closed'] })
  })

  it('names a vocabulary for every facet', () => {
    const missing = lexicon.metrics.flatMap(({ facets }) => Object.values(facets)).filter((id) => !(id in lexicon.vocabularies))
    expect(missing).toEqual([])
  })
})

describe('phrases of the shipped packs', () => {
  /** Only the words around them tell these apart: 办结 of a permit or of a petition. */
  const shared = new Set(['办结', '已办结', '办结…件', '全部办结', '按期办结', '受理', '通告', '建议', '走访'])

  it('mean one metric wherever forms and measure words meet', () => {
    const owners = new Map<string, LexiconMetric[]>()
    for (const one of lexicon.metrics.filter(({ form }) => form !== 'change')) {
      for (const phrase of one.phrases) owners.set(phrase, [...(owners.get(phrase) ?? []), one])
    }
    const clashes = [...owners].filter(
      ([phrase, metrics]) => !shared.has(phrase) && metrics.some((one, i) => metrics.slice(i + 1).some((other) => meet(one, other))),
    )
    expect(clashes.map(([phrase, metrics]) => `${phrase}: ${metrics.map(({ id }) => id).join(', ')}`)).toEqual([])
  })

  it('hold the words in which reports speak of the commonest figures', () => {
    const examples: [phrase: string, metric: string][] = [
      ['听取汇报', 'work-reports-heard'],
      ['警示教育片', 'study-sessions'],
      ['管理制度', 'documents-issued'],
      ['参评率', 'evaluation-rate'],
      ['按期答复率', 'timely-reply-rate'],
      ['优良天数比例', 'business-level'],
      ['门急诊人次', 'business-volume'],
      ['发放问卷', 'questionnaires-issued'],
      ['应急演练', 'drills'],
      ['暗访', 'inspections'],
    ]
    for (const [phrase, id] of examples) expect(metric(id).phrases, id).toContain(phrase)
  })
})
