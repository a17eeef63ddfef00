import { describe, expect, it } from 'vitest'
import { scanReport } from './scan.ts'
import type { Lexicon, LexiconMetric } from './slot.ts'

const metric = (id: string, kind: string, form: LexiconMetric['form'], measures: string[], phrases: string[], facets: Record<string, string> = {}): LexiconMetric => ({
  id, title: id, kind, kindTitle: kind, form, measures, phrases, facets, where: {}, spoken: [], narrowsPart: form === 'share',
})

const lexicon: Lexicon = {
  metrics: [
    metric('meetings', 'meeting', 'count', ['次', '场'], ['召开会议', '专题研究', '召开…会'], { topic: 'topic' }),
    metric('cases', 'case', 'sum', ['件'], ['受理诉求', '来信', '来访', '诉求'], { channel: 'channel' }),
    metric('cases-closed', 'case', 'sum', ['件'], ['办结诉求', '已办结'], { channel: 'channel' }),
    metric('case-closing-rate', 'case', 'rate', ['%'], ['诉求办结率'], { channel: 'channel' }),
    { ...metric('cases-change', 'case', 'change', ['%', '件'], ['受理诉求'], { channel: 'channel' }), of: 'cases' },
  ],
  vocabularies: {
    topic: [{ id: 'ideology', title: '意识形态', synonyms: ['意识形态工作'] }, { id: 'integrity', title: '党风廉政', synonyms: [] }],
    channel: [{ id: 'hotline', title: '12345热线', synonyms: [] }, { id: 'letter', title: '来信', synonyms: [] }, { id: 'visit', title: '来访', synonyms: [] }],
  },
}

function meanings(text: string): string[] {
  return scanReport([{ line: 1, text }], lexicon)
    .filter(({ kind }) => kind === 'figure')
    .map((slot) => `${slot.text} ${slot.metric ?? '—'} ${Object.values(slot.facets).join(',')}`.trim())
}

describe('scanning a report', () => {
  it.each([
    ['全年召开会议x次。', ['x meetings']],
    ['专题研究意识形态工作12次。', ['12 meetings ideology']],
    ['召开党风廉政建设会议ｘ次。', ['ｘ meetings integrity']],
    // An outcome and a change go on about what was just counted.
    ['受理12345热线诉求xx件，办结xx件，办结率xx%。', ['xx cases hotline', 'xx cases-closed hotline', 'xx case-closing-rate hotline']],
    ['受理12345热线诉求xx件，同比下降x%。', ['xx cases hotline', 'x cases-change hotline']],
    // What became of a count that no metric says is said by no metric either.
    ['排查入河排污口712件，办结689件。', ['712 —', '689 —']],
    ['栽种树木xx株。', ['xx —']],
  ])('reads %s', (text, expected) => {
    expect(meanings(text)).toEqual(expected)
  })

  it('proposes what to keep under the subject of the clause', () => {
    const [, after] = scanReport([{ line: 1, text: '农村生活污水治理率由38%提高到45.5%。' }], lexicon)
    expect(after?.proposal?.metric).toContain('农村生活污水治理率')
  })

  it('gives slots in reading order that never overlap and stand in the text', () => {
    const text = '20xx年x月，x局召开会议 x次，印发《意识形态工作要点》《网络安全预案》等文件x个，占【 】%。'
    const slots = scanReport([{ line: 1, text }], lexicon)
    expect(slots.every((slot, at) => at === 0 || (slots[at - 1]?.column ?? 0) + (slots[at - 1]?.length ?? 0) <= slot.column)).toBe(true)
    expect(slots.every((slot) => text.slice(slot.column, slot.column + slot.length) === slot.text)).toBe(true)
  })

  it('ends on a paragraph of a megabyte', () => {
    const text = '全年召开会议x次，受理诉求xx件，占x%；'.repeat(50_000)
    expect(scanReport([{ line: 1, text }], { metrics: [], vocabularies: {} }).length).toBeGreaterThan(1_000)
  })
})
