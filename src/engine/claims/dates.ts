import { chineseValue } from './numerals.ts'
import type { Place } from './names.ts'

const gap = String.raw`(?:\d{1,2}|[xX×*]{1,2}|_{2,}|[一二三四五六七八九十]{1,3}|【\s*】|（\s*）)`
const year = String.raw`(?:(?:19|20)\d{2}|20[xX×*_]{2}|[xX×*]{4}|[xX×*]{2}|_{2,8}(?=年)|(?<=[（(])[ \u3000]{3,8}(?=年)|[二][〇○零][一二三四五六七八九〇零xX×]{2}|20\d[xX×])`
const joint = '\\s*(?:—|–|-|~|～|至|到)\\s*'
const dated = new RegExp(
  `${year}\\s*[—–-]\\s*${year}(?=学年|年度)(?:学年)?|${year}(?=学年)|${year}\\s*年(?:\\s*${gap}(?:${joint}${gap})?\\s*月份?(?:\\s*${gap}\\s*[日号])?)?(?:${joint}(?:${year}年)?${gap}月(?:${gap}[日号])?)?`,
  'g',
)
const monthly = new RegExp(`(?<![\\d第])${gap}(?:月)?${joint}${gap}\\s*月份?(?:${gap}[日号])?|(?<![\\d第个])${gap}月(?:\\s*${gap}\\s*[日号](?:${joint}(?:${gap}月)?${gap}[日号])?|份(?=[，。、的]|至)|底|初)?`, 'g')

export interface DatePlace extends Place {
  /** The four-digit year it names, when it names one. */
  year: number | null
}

/** Dates and years in the readable text, one place for a run of year, month and day. */
export function datesIn(text: string): DatePlace[] {
  const places: DatePlace[] = []
  for (const pattern of [dated, monthly]) {
    for (const match of text.matchAll(pattern)) {
      const found = match[0]
      const start = match.index
      const end = start + found.length
      if (places.some((other) => other.start < end && start < other.end)) continue
      if (/^[一二三四五六七八九十]{1,3}月$/.test(found) && /^[\u4e00-\u9fff]/.test(text.slice(end)) === false) continue
      if (/^[年]/.test(found) || /[\dxX×]$/.test(text.slice(0, start))) continue
      places.push({ start, end, text: text.slice(start, end), missing: /[xX×*_【（]/.test(found), year: yearOf(found) })
    }
  }
  return places.sort((a, b) => a.start - b.start)
}

function yearOf(text: string): number | null {
  const arabic = /(?:19|20)\d{2}/.exec(text)
  if (arabic) return Number(arabic[0])
  const chinese = /二[〇○零][一二三四五六七八九〇零]{2}/.exec(text)
  return chinese ? chineseValue(chinese[0].replaceAll('○', '〇').replaceAll('零', '〇')) : null
}
