import { describe, expect, it } from 'vitest'
import { limitOf, shippedCalendar } from '../../../test/helpers/calendars.ts'
import { dueOf } from './due-of.ts'
import { describeSteps } from './step-words.ts'
import type { Cadence, DueRule, RegularPeriod } from './terms.ts'
import { describeCadence, describeLimit } from './words.ts'
import { workOut } from './work-out.ts'

const every = (period: RegularPeriod, times: number, due: Partial<DueRule> = {}, workdaysOnly = false): Cadence =>
  ({ type: 'every', period, times, workdaysOnly, due: { anchor: 'end', shift: 0, measure: 'days', onRestDay: 'keep', ...due } })

describe('describing a cadence', () => {
  it.each<[Cadence, string, string]>([
    [every('quarter', 1, { shift: 10, measure: 'working-days' }), '每季度一次，季末后10个工作日内', 'once a quarter, within 10 working days after the last day of the quarter'],
    [every('year', 4), '每年四次，年末前完成', '4 times a year, by the last day of the year'],
    [every('half-year', 2, { shift: 15, onRestDay: 'next-working-day' }), '每半年两次，半年期末后15日内，逢休息日顺延', 'twice every half-year, within 15 days after the last day of the half, moved to the next working day'],
    [every('month', 1, { shift: -5, measure: 'working-days' }), '每月一次，月末前5个工作日完成', 'once a month, 5 working days before the last day of the month'],
    [every('year', 12, { anchor: 'start', shift: 30 }), '每年12次，年初后30日内', '12 times a year, within 30 days after the first day of the year'],
    [every('week', 1, { onRestDay: 'previous-working-day' }), '每周一次，周日前完成，逢休息日提前', 'once a week, by the last day of the week, moved to the working day before'],
    [every('day', 1, {}, true), '每个工作日一次，当天完成', 'once every working day, on the day'],
    [{ type: 'event', kind: 'meeting', where: {}, within: limitOf('5wd') }, '“会议”发生后5个工作日内', 'within 5 working days after “会议”'],
    [{ type: 'once', due: '2026-03-31' }, '一次，2026年3月31日前', 'once, by 31 Mar 2026'],
    [{ type: 'standing' }, '长期', 'standing'],
  ])('%j', (cadence, chinese, english) => {
    expect(describeCadence(cadence, 'zh', '会议')).toBe(chinese)
    expect(describeCadence(cadence, 'en', '会议')).toBe(english)
  })

  it('says of a limit what its rule leaves to be chosen', () => {
    expect(describeLimit(limitOf('5wd next'), 'zh')).toBe('5个工作日（首日不计，逢休息日顺延）')
    expect(describeLimit(limitOf('1d inc prev'), 'en')).toBe('1 day (first day counted, moved to the working day before)')
    expect(describeLimit(limitOf('24h'), 'zh')).toBe('24小时（含夜间和休息日）')
  })
})

describe('describing how a date was worked out', () => {
  const calendar = shippedCalendar()
  const told = (limit: string, at: string, language: 'zh' | 'en' = 'zh', to: string | null = '2026-03-10') =>
    describeSteps(workOut(calendar, limitOf(limit), { at, clause: '第二十三条' }, [{ from: '2026-03-09', to, reason: '听证' }]), language)

  it('groups days that follow each other, and names the notice', () => {
    expect(told('9wd', '2026-02-13')).toEqual([
      '从2026年2月13日起算，首日不计（第二十三条）', '2月14日（周六）调休上班，计入', '2月15日至23日为春节，不计', '2月28日（周六）调休上班，计入', '3月1日为周末，不计',
      '到期：2026年3月4日（周三）', '放假安排按国办发明电〔2025〕7号',
    ])
    expect(told('5wd', '2026-03-05')).toEqual([
      '从2026年3月5日起算，首日不计（第二十三条）', '3月7日、8日为周末，不计', '3月9日、10日中止（听证），不计', '3月14日、15日为周末，不计', '到期：2026年3月16日（周一）', '放假安排按国办发明电〔2025〕7号',
    ])
  })

  it('says which way the last day was moved', () => {
    expect(told('15d next', '2026-09-16')).toContain('末日逢国庆节（10月1日至7日），顺延')
    expect(told('15d prev', '2026-09-11')).toContain('末日逢中秋节（9月25日、26日），提前')
    expect(told('15d next', '2026-09-16', 'en')).toContain('the last day is a rest day (1 Oct to 7 Oct: National Day), moved forward')
  })

  it('says what may still change, and what stands still', () => {
    expect(told('1wd', '2026-12-31')).toEqual([
      '从2026年12月31日起算，首日不计（第二十三条）', '2027年1月1日为元旦，不计', '2027年1月2日、3日为周末，不计', '到期：2027年1月4日（周一）', '2027年尚无放假通知，只按法定节假日计算，届时可能变动',
    ])
    expect(told('5wd', '2026-03-05', 'zh', null)).toContain('3月9日起中止（听证），尚未恢复，暂无到期日')
  })

  it('speaks of hours and of periods', () => {
    expect(told('5h', '2026-03-05T22:00')).toEqual(['从2026年3月5日22:00起算（第二十三条）', '到期：2026年3月6日03:00（周五）'])
    const due = dueOf({ from: '2026-07-01', to: '2026-09-30' }, { anchor: 'end', shift: 1, measure: 'working-days', onRestDay: 'keep' }, calendar)
    expect(describeSteps(due, 'en')).toEqual(['Counted from 30 Sep 2026 (last day of the period)', '1 Oct to 7 Oct: National Day, not counted', 'Due: Thu 8 Oct 2026', 'Rest days as announced in 国办发明电〔2025〕7号'])
  })
})
