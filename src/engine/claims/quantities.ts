import { measureAt } from './measures.ts'
import { figureValue } from './numerals.ts'
import { overlaps, type Span } from './protected.ts'

/** A number or the place of one, as it stands in a paragraph; `end` is before the measure word. */
export interface Quantity {
  start: number
  end: number
  text: string
  /** Measure word, % for 百分之, null where none follows. */
  measure: string | null
  measureEnd: number
  missing: boolean
  chinese: boolean
  value: number | null
}

const missingCore = String.raw`(?:(?<![A-Za-z\d])[xX×]{1,6}(?:[,，][xX×]{3})*(?:\.[xX×]{1,3})?(?![A-Za-z])|\*{1,6}(?:\.\*{1,3})?|(?<![A-Za-z\d])_+(?:\._+)?(?![A-Za-z])|○{1,4}|△{1,4}|□{1,4}|◯{1,4}|【[\s_xX×*]*】|[（(][\s_xX×*]*[）)]|〔\s*〕|\[\s*\]|(?<![A-Za-z])[Nn](?=[余多]?(?:次|场|期|篇|条|件|人次|项))|#{2,})`
const arabicCore = String.raw`(?<![\d.A-Za-z])\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|(?<![\d.A-Za-z])\d{1,3}(?: \d{3})+(?![\d.])|(?<![\d.A-Za-z])\d+(?:\.\d+)?`
const chineseCore = '[〇零一二两三四五六七八九十百千]+(?:万[〇零一二三四五六七八九十百千]*)?(?:点[一二三四五六七八九零]+)?'
const mixedCore = String.raw`(?<![\d.A-Za-z])\d+(?:\.\d*)?[xX×*]+|[xX×*]+\d+(?![\dA-Za-z])`
const before = '(?:上百|近|大约|约|超过|超|逾|突破|不低于|不少于|不超过|至少|多达|高达|累计达|将近|接近)?'
const folds = '(?:\\s*[余多几]?(?:[百万亿]|千(?![瓦米克]))+)?'
const after = '(?:[余多来](?=[^音样媒边元变功平种方次]|次|种|平方|平米))?'

/** Parts told in tenths and halves: 七成, 一半. */
const partsCore = '(?:近|约|超|超过)?(?:[一二三四五六七八九]成(?:多|以上|左右)?|一半(?:以上|左右)?)'
/** Round numbers that only say how large: 上百, 数十; a measure word must follow. */
const roundCore = '(?:上|近|(?<![总基个人分指倍次户件])数|好?几)[十百千万]+(?!分之)'

const patterns = {
  parts: new RegExp(`(?<![\\dA-Za-z第一二三四五六七八九十百千])(?:${partsCore})|(?<![一二三四五六七八九十百千万\\d第])(?:${roundCore})(?![一二三四五六七八九十百千万年])`, 'g'),
  missing: new RegExp(`${before}\\s*(?:${mixedCore}|${missingCore})(?:\\s*[—–~～至\\-]\\s*(?:${missingCore}|\\d+))?${folds}\\s*${after}`, 'g'),
  arabic: new RegExp(`${before}\\s*(?:${arabicCore})%?(?:\\s*(?:[—–~～至到]|-)\\s*(?:${arabicCore}))?${folds}${after}`, 'g'),
  chinese: new RegExp(`${before}(?:百分之|千分之)?(?:[一二三四五六七八九十]+分之)?${chineseCore}(?:[余多])?`, 'g'),
}

/** Blanks where a number should stand before a measure word: 召开会议  次; a wide one before any measure word. */
const blank = /(?<=[\u4e00-\u9fff：:，。；、”》）])[ \u3000\u00a0]{1,}(?:[万亿](?=元|人|次|件|平方|吨|千瓦|户|册))?(?=(?:[余多]?万?)(?:次|场|期|篇|条|件|个|项|份|人|名|家|户|批|起|例|所|处|台|辆|万元|元|%|位|分|轮|部|宗|公里|天|亿))/g
const wideBlank = /(?<=[\u4e00-\u9fff：:，。；、”》）])[ \u3000\u00a0]{2,}万?(?=\S)/g

/** Every number and every gap for one, left to right, none overlapping; spans that count nothing are passed over. */
export function quantitiesIn(text: string, guarded: Span[]): Quantity[] {
  const found: Quantity[] = []
  const take = (start: number, raw: string, missing: boolean, chinese: boolean) => {
    const lead = raw.length - raw.trimStart().length
    const from = start + lead
    const body = raw.trim()
    if (body === '' || overlaps(guarded, from, from + body.length)) return
    if (found.some((other) => other.start < from + body.length && from < (other.measure?.startsWith('/') ? other.measureEnd : other.end))) return
    found.push(quantity(text, from, body, missing, chinese))
  }
  const takePart = (match: RegExpExecArray) => {
    const end = match.index + match[0].length
    const measure = /成|半/.test(match[0]) ? '%' : measureAt(text, end)
    if (measure === null || found.some((other) => other.start < end && match.index < other.end)) return
    found.push({ start: match.index, end, text: match[0], measure, measureEnd: measure === '%' ? end : end + measure.length, missing: false, chinese: true, value: partValue(match[0]) })
  }
  for (const match of text.matchAll(patterns.missing)) take(match.index, match[0], true, false)
  const blanks = [...text.matchAll(blank), ...[...text.matchAll(wideBlank)].filter((match) => measuresBlank(text, match.index + match[0].length))]
  for (const match of blanks) {
    if (!overlaps(guarded, match.index, match.index + match[0].length) && !found.some((other) => other.start <= match.index && match.index < other.end)) {
      found.push(quantity(text, match.index, match[0], true, false))
    }
  }
  for (const match of text.matchAll(patterns.parts)) takePart(match)
  for (const match of text.matchAll(patterns.arabic)) take(match.index, match[0], false, false)
  for (const match of text.matchAll(patterns.chinese)) take(match.index, match[0], false, true)
  return found.sort((a, b) => a.start - b.start)
}

/** A day or a month without its number is a date. */
const measuresBlank = (text: string, at: number): boolean => !/^[年月日时]/.test(text.slice(at)) && measureAt(text, at) !== null

/** 上百 is at least 100; 数十 names no number. */
function partValue(text: string): number | null {
  if (text.includes('半')) return 50
  if (/^[上近][百千万]$/.test(text)) return figureValue(`一${text.slice(1)}`)
  const tenths = figureValue(text.replace(/成.*/, ''))
  return text.includes('成') && tenths !== null ? tenths * 10 : null
}

function quantity(text: string, start: number, body: string, missing: boolean, chinese: boolean): Quantity {
  const fraction = /分之/.test(body)
  const percent = body.endsWith('%')
  const core = percent ? body.slice(0, -1) : body
  const end = start + core.length
  const gap = /^\s*/.exec(text.slice(end))?.[0].length ?? 0
  const found = percent ? '%' : fraction ? null : measureAt(text, end + (gap <= 2 ? gap : 0))
  const measureEnd = percent ? end + 1 : found === null ? end : end + (gap <= 2 ? gap : 0) + found.length
  const stretch = /^(?:以上|左右|以内|上下)/.exec(text.slice(measureEnd))?.[0].length ?? 0
  const wide = stretch > 0 && !missing && found !== null
  return {
    start,
    end: wide ? measureEnd + stretch : end,
    text: text.slice(start, wide ? measureEnd + stretch : end),
    measure: /^(?:[近约]|不低于|超过)?百分之/.test(body) ? '%' : found,
    measureEnd: Math.max(measureEnd + stretch, end),
    missing,
    chinese,
    value: missing ? null : figureValue(core),
  }
}
