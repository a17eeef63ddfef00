import { describe, expect, it } from 'vitest'
import { scanReport } from './scan.ts'
import type { Lexicon, LexiconMetric } from './slot.ts'

const metric = (id: string, kind: string, form: LexiconMetric['form'], measures: string[], phrases: string[], spoken: string[] = []): LexiconMetric => ({
  id, title: id, kind, kindTitle: kind, form, measures, phrases, facets: spoken.includes('indicator') ? { indicator: 'indicator' } : {}, where: {}, spoken, narrowsPart: form === 'share',
})

const lexicon: Lexicon = {
  metrics: [
    metric('views', 'publication', 'sum', ['次'], ['阅读量', '总阅读量']),
    metric('cases', 'case', 'count', ['件'], ['受理诉求', '诉求']),
    metric('case-share', 'case', 'share', ['%'], ['占总量', '占诉求总量', '占…总量']),
    metric('stock', 'business-level', 'latest', ['个', '名'], ['工作账号', '在校学生'], ['indicator']),
    metric('meetings', 'meeting', 'count', ['次'], ['召开会议']),
    { ...metric('meetings-change', 'meeting', 'change', ['%'], ['召开会议']), of: 'meetings' },
    { ...metric('cases-change', 'case', 'change', ['%'], ['受理诉求']), of: 'cases' },
  ],
  vocabularies: { indicator: [{ id: 'accounts', title: '工作账号', synonyms: [] }, { id: 'students', title: '在校学生', synonyms: [] }] },
}

const metricsOf = (text: string) =>
  scanReport([{ line: 1, text }], lexicon).filter(({ kind }) => kind === 'figure').map((slot) => slot.metric)

describe('resolving what a figure means', () => {
  it.each([
    ['总阅读量x次', ['views']],
    // One of many values, or their mean, is not their sum.
    ['单篇最高阅读量x次', [null]],
    ['日均阅读量x次', [null]],
    // A share of a whole that nobody spoke of is no share of cases.
    ['受理诉求x件，占诉求总量的x%', ['cases', 'case-share']],
    ['自助借还占外借总量的x%', [null]],
    // What was gone through or served is not what there is.
    ['现有工作账号x个', ['stock']],
    ['摸排工作账号x个', [null]],
    ['为x名在校学生开展讲座', [null]],
    // 分别 takes up the counts in their order.
    ['受理诉求x件，召开会议x次，同比分别下降x%和x%', ['cases', 'meetings', 'cases-change', 'meetings-change']],
  ])('reads %s', (text, expected) => {
    expect(metricsOf(text)).toEqual(expected)
  })
})
