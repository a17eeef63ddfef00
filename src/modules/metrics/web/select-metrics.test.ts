import { describe, expect, it } from 'vitest'
import type { FigureRow, Numbers } from '../contract.ts'
import { grouped, pageOf, selectMetrics, type Selection } from './select-metrics.ts'

const numbers = (value: number | null): Numbers => ({ value, numerator: null, denominator: null, excluded: 0, records: value ?? 0 })

function row(metric: string, kindTitle: string, now: number | null, last: number | null, phrases: string[] = []): FigureRow {
  return {
    metric, title: metric, en: null, pack: 'common', packTitle: '通用', kind: kindTitle, kindTitle, form: 'count', measure: '次', phrases,
    now: numbers(now), last: numbers(last), months: [],
  }
}

const rows = [row('会议次数', '会议', 8, 4, ['专题会议']), row('学习次数', '学习', 3, 6), row('参会人数', '会议', 90, 90), row('舆情', '舆情', null, null)]
const everything: Selection = { words: '', kind: null, order: 'kind', all: false }
const titles = (selection: Partial<Selection>) => selectMetrics(rows, { ...everything, ...selection }).map(({ title }) => title)

describe('selecting metrics', () => {
  it.each<[Partial<Selection>, string[]]>([
    [{}, ['会议次数', '学习次数', '参会人数']],
    [{ all: true }, ['会议次数', '学习次数', '参会人数', '舆情']],
    [{ words: '专题' }, ['会议次数']],
    [{ words: '会议 人数' }, ['参会人数']],
    [{ kind: '会议' }, ['会议次数', '参会人数']],
    [{ order: 'value' }, ['参会人数', '会议次数', '学习次数']],
    [{ order: 'change' }, ['会议次数', '参会人数', '学习次数']],
  ])('with %o', (selection, found) => {
    expect(titles(selection)).toEqual(found)
  })

  it('puts rows of one ledger together and pages over the groups', () => {
    const groups = grouped(rows.slice(0, 3), 'kind')
    expect(groups.map(({ title, rows: members }) => [title, members.length])).toEqual([['会议', 2], ['学习', 1]])
    expect(pageOf(groups, 1, 1).map(({ rows: [first] }) => first?.title)).toEqual(['会议次数'])
    expect(pageOf(groups, 2, 2).map(({ title }) => title)).toEqual(['学习'])
  })
})
