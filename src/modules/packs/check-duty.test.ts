import { describe, expect, it } from 'vitest'
import { parsePack } from './read-pack.ts'
import { mergePacks } from './merge.ts'

const base = `title: 每季度专题研究
source: { rule: 本单位规定 }
group: 组织领导
owner: { responsibility: first }
`

const kind = `title: 会议
source: { rule: 本单位规定 }
occurred: date
naming: title
fields:
  date: { title: 日期, type: date }
  title: { title: 名称, type: text }
`

function problemsOf(files: Record<string, string>): string[] {
  const texts = new Map(Object.entries({ 'pack.yaml': 'id: own\ntitle: 自用\nversion: 1.0.0\nlicence: MIT\nsource: { rule: 本单位规定 }\n', 'kinds/meeting.yaml': kind, ...files }))
  return mergePacks([parsePack({ dir: 'own', texts, problems: [] })]).problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
}

const duty = (cadence: string, rest = '') => problemsOf({ 'duties/study.yaml': `${base}cadence: ${cadence}\n${rest}` })

describe('checking a duty', () => {
  it('accepts each cadence with what it leaves out', () => {
    for (const cadence of ['{ type: every, period: quarter }', '{ type: event, kind: meeting, within: { amount: 5, measure: working-days } }', '{ type: once, due: 2026-03-31 }', '{ type: standing }']) {
      expect(duty(cadence)).toEqual([])
    }
  })

  it.each([
    ['{ type: every, period: week, times: 8 }', 'own/duties/study.yaml:5 一个周期最短只有 7 天，开展 8 次永远完不成'],
    ['{ type: every, period: month, due: { anchor: end, shift: -28 } }', 'own/duties/study.yaml:5 到期日早于周期的开始，永远来不及完成；请改 shift 或 anchor'],
    ['{ type: every, period: month, workdaysOnly: true }', 'own/duties/study.yaml:5 workdaysOnly 只用于 period: day'],
    ['{ type: event, kind: visit, within: { amount: 5, measure: days } }', 'own/duties/study.yaml:5 没有台账类型“visit”；本包及其 needs 中都没有'],
  ])('refuses %s', (cadence, problem) => {
    expect(duty(cadence)).toEqual([problem])
  })

  it('refuses records of a kind or with a field that nothing has', () => {
    expect(duty('{ type: standing }', 'satisfied: { kind: visit }')).toEqual(['own/duties/study.yaml:6 没有台账类型“visit”；本包及其 needs 中都没有'])
    expect(duty('{ type: standing }', 'satisfied: { kind: meeting, where: { topic: [ x ] } }')).toEqual(['own/duties/study.yaml:6 台账类型“meeting”没有字段“topic”'])
  })
})

describe('checking a calendar', () => {
  const calendar = (days: string, name = '2026') => problemsOf({ [`calendars/${name}.yaml`]: `title: 节假日安排\nedition: 通知\nannounced: true\nsource: { rule: 通知 }\ndays:\n${days}` })

  it.each([
    ['  - { from: 2026-10-01, to: 2026-10-07, status: rest, name: 国庆节 }\n  - { from: 2026-10-07, status: work, name: 调休 }', '2026-10-07 既写作休息又写作上班（“国庆节”与“调休”）'],
    ['  - { from: 2026-10-07, to: 2026-10-01, status: rest, name: 国庆节 }', '“国庆节”的起止日期颠倒了：2026-10-07 晚于 2026-10-01'],
    ['  - { from: 2025-12-31, status: rest, name: 元旦 }', '“元旦”有不在 2026 年的日期；跨年的假期请在两年的日历里各写一段'],
  ])('refuses %s', (days, problem) => {
    expect(calendar(days)).toEqual([expect.stringContaining(problem)])
  })

  it('wants a year for a name', () => {
    expect(calendar('  []', 'holidays')).toEqual([expect.stringContaining('日历文件以年份命名')])
  })
})
