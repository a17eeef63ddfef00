import { dateWords, type Language } from './date-words.ts'
import type { Cadence, DueRule, RegularPeriod, TimeLimit } from './terms.ts'

type Every = Extract<Cadence, { type: 'every' }>

const eachIn: Record<Language, Record<RegularPeriod, string>> = {
  zh: { year: '每年', 'half-year': '每半年', quarter: '每季度', month: '每月', fortnight: '每两周', week: '每周', day: '每天' },
  en: { year: 'a year', 'half-year': 'every half-year', quarter: 'a quarter', month: 'a month', fortnight: 'a fortnight', week: 'a week', day: 'a day' },
}
const periodEnds: Record<RegularPeriod, { start: string; end: string }> = {
  year: { start: '年初', end: '年末' }, 'half-year': { start: '半年期初', end: '半年期末' }, quarter: { start: '季初', end: '季末' }, month: { start: '月初', end: '月末' },
  fortnight: { start: '两周首日', end: '两周末日' }, week: { start: '周一', end: '周日' }, day: { start: '当天', end: '当天' },
}
const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/**
 * How often a duty falls due, in a few words: 每季度一次，季末后10个工作日内.
 *
 * @param kindTitle the title of the kind of record that an `event` cadence names by id
 */
export function describeCadence(cadence: Cadence, language: Language, kindTitle: string | undefined = undefined): string {
  const chinese = language === 'zh'
  if (cadence.type === 'standing') return chinese ? '长期' : 'standing'
  if (cadence.type === 'once') return chinese ? `一次，${dateWords(cadence.due, 'zh')}前` : `once, by ${dateWords(cadence.due, 'en')}`
  if (cadence.type === 'every') return chinese ? everyInChinese(cadence) : everyInEnglish(cadence)
  const kind = kindTitle ?? cadence.kind
  const amount = amountWords(cadence.within.amount, cadence.within.measure, language)
  if (cadence.within.amount === 0) return chinese ? `“${kind}”发生当日` : `on the day of “${kind}”`
  return chinese ? `“${kind}”发生后${amount}内` : `within ${amount} after “${kind}”`
}

/** A limit with what its rule says about the first day and rest days: 5个工作日（首日不计）. */
export function describeLimit({ amount, measure, firstDay, onRestDay }: TimeLimit, language: Language): string {
  const words = amountWords(amount, measure, language)
  if (measure === 'hours') return language === 'zh' ? `${words}（含夜间和休息日）` : `${words} (nights and rest days included)`
  if (language === 'zh') return `${words}（${firstDay === 'excluded' ? '首日不计' : '首日计入'}${rollInChinese(onRestDay)}）`
  return `${words} (first day ${firstDay === 'excluded' ? 'not counted' : 'counted'}${rollInEnglish(onRestDay)})`
}

function everyInChinese({ period, times, due, workdaysOnly }: Every): string {
  const often = `${workdaysOnly ? '每个工作日' : eachIn.zh[period]}${numerals[times] ?? times}次`
  return `${often}，${dueInChinese(period, due)}${rollInChinese(due.onRestDay)}`
}

function dueInChinese(period: RegularPeriod, { anchor, shift, measure }: DueRule): string {
  const anchored = periodEnds[period][anchor]
  const amount = amountWords(Math.abs(shift), measure, 'zh')
  if (shift > 0) return `${anchored}后${amount}内`
  if (shift < 0) return `${anchored}前${amount}完成`
  return anchor === 'start' || period === 'day' ? `${anchored}完成` : `${anchored}前完成`
}

function everyInEnglish({ period, times, due, workdaysOnly }: Every): string {
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
  return `${often} ${workdaysOnly ? 'every working day' : eachIn.en[period]}, ${dueInEnglish(period, due)}${rollInEnglish(due.onRestDay)}`
}

function dueInEnglish(period: RegularPeriod, { anchor, shift, measure }: DueRule): string {
  const spoken = period === 'half-year' ? 'half' : period
  const anchored = period === 'day' ? 'the day' : `the ${anchor === 'start' ? 'first' : 'last'} day of the ${spoken}`
  const amount = amountWords(Math.abs(shift), measure, 'en')
  if (shift > 0) return `within ${amount} after ${anchored}`
  if (shift < 0) return `${amount} before ${anchored}`
  if (period === 'day') return 'on the day'
  return anchor === 'start' ? `on ${anchored}` : `by ${anchored}`
}

function amountWords(amount: number, measure: TimeLimit['measure'], language: Language): string {
  if (language === 'zh') return `${amount}${{ days: '日', 'working-days': '个工作日', hours: '小时' }[measure]}`
  return `${amount} ${{ days: 'day', 'working-days': 'working day', hours: 'hour' }[measure]}${amount === 1 ? '' : 's'}`
}

function rollInChinese(onRestDay: TimeLimit['onRestDay']): string {
  return { keep: '', 'next-working-day': '，逢休息日顺延', 'previous-working-day': '，逢休息日提前' }[onRestDay]
}

function rollInEnglish(onRestDay: TimeLimit['onRestDay']): string {
  return { keep: '', 'next-working-day': ', moved to the next working day', 'previous-working-day': ', moved to the working day before' }[onRestDay]
}
