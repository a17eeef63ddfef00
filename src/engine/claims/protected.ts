import { fixedExpressions } from './fixed-expressions.ts'

/** A stretch of a paragraph whose numerals count nothing. */
export interface Span {
  start: number
  end: number
}

const patterns: RegExp[] = [
  // Articles and parts of laws and plans.
  /第[\d一二三四五六七八九十百千零〇两]+(?:条|款|项|章|节|编|目|部分|点|步|阶段|方面|类|卷|版|代|期工程|号|批次?|轮|次|场|季度|周|局|党支部|支部|小组|组|医院|中学|小学|幼儿园|中队|大队|支队|监管|税务|分局|产业|党小组|食堂|附属)/g,
  /(?<!分)(?:之|其)[一二三四五六七八九十]+(?=[，。、：])/g,
  // Document numbers: 云政办发〔2025〕12号, 国令第809号.
  /[〔［[【(（]\s*(?:19|20)(?:\d{2}|[xX×]{2})\s*[〕］\]】)）]\s*(?:第\s*)?[\dxX×]+\s*号/g,
  /第?[\d]+号(?=令|文|楼|院|线|公告|线路|窗口|地块)/g,
  // Standards, models and addresses.
  /(?:GB|GB\/T|DB|ISO|IEC|JT\/T|HJ|WS|AQ)[\s/]*[A-Z/]*\s*\d[\d.\-—]*/gi,
  /(?:https?:\/\/|www\.)[\w./%&?=#-]+/gi,
  /[\w.+-]+@[\w-]+\.[\w.]+/g,
  // Telephone, identity and other long codes; clock times; dates joined by marks.
  /(?<!\d)0\d{2,3}[-—]\d{7,8}(?!\d)/g,
  /(?<!\d)1[3-9]\d{9}(?!\d)/g,
  /(?<!\d)\d{1,2}[:：]\d{2}(?!\d)/g,
  /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g,
  /(?<![\d.])\d{1,2}[·•．]\d{1,2}(?=[”"》]|[^\d\s%])/g,
  // Numerals within abbreviations in quotes: “三重一大”, “1+N+X”, “两个维护”.
  /[“"‘][^”"’]{0,3}[\dNnXx一二三四五六七八九十两双多百千万]+(?:\s*[+＋×xX*]\s*[\dNnXx一二三四五六七八九十]+)+[^”"’]{0,8}[”"’]/g,
  /[“"‘][^”"’，。]{0,1}[一二两三四五六七八九十百千万双](?:(?![\dxX×]{1,4}(?:次|场|期|篇|件))[^”"’，。；]){1,9}[”"’]/g,
  /\d+\s*[+＋]\s*(?:\d+|[NnXx])(?:\s*[+＋]\s*(?:\d+|[NnXx]))*/g,
  // Letters that belong to a word or a model.
  /[A-Za-z]+[-—]?\d+(?:\.\d+)?[A-Za-z]*/g,
  /(?<![\d.])\d+(?:[A-Z]{1,3})(?![A-Za-z/])(?=[级类网系线型票证照]|\+|[^\d元个次])/g,
  // Ages, thresholds of rules and bands.
  /\d+\s*(?:—|-|~|～|至)\s*\d+\s*(?:周岁|岁|年级)/g,
  /(?<!年龄[为达约]?)(?<![\d.])\d+\s*(?:周岁|岁)/g,
  /(?:X|x)\s*(?:光|线(?=[检摄机片]|[，。、])|射线|染色体)/g,
]

/** The protected spans of a paragraph, sorted and merged; `text` is the readable form. */
export function protectedSpans(text: string): Span[] {
  const spans: Span[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length })
  }
  spans.push(...headingLabels(text), ...expressionSpans(text))
  return merged(spans)
}

function headingLabels(text: string): Span[] {
  const labels = [
    /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:\.\d+)*[.．、](?!\d)|\d+[）)]|[①-⑳]|第[一二三四五六七八九十]+[部分章节]+)/,
    /(?<=^|[。；：，、\s])(?:[一二三四五六七八九十]{1,2}(?:是|要|、)|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|其[一二三四五])/g,
  ]
  return labels.flatMap((label) =>
    [...text.matchAll(label.global ? label : new RegExp(label, 'g'))].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
}

const byFirst = new Map<string, string[]>()
for (const expression of fixedExpressions) {
  const first = expression[0] ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), expression])
}

function expressionSpans(text: string): Span[] {
  const spans: Span[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (const expression of byFirst.get(text[at] ?? '') ?? []) {
      if (text.startsWith(expression, at) && !continuesNumber(text, at, expression)) spans.push({ start: at, end: at + expression.length })
    }
  }
  return spans
}

/** 110 inside 1100, 120 inside 3,120 or 十一次 inside 二十一次 is a figure, not an expression. */
function continuesNumber(text: string, at: number, expression: string): boolean {
  const numeral = /[\d一二三四五六七八九十百千万.]/
  const before = text[at - 1] ?? ''
  const after = text[at + expression.length] ?? ''
  if (/^\d/.test(expression)) return /[\d.]/.test(before) || /\d[,，]$/.test(text.slice(Math.max(0, at - 2), at)) || (/\d$/.test(expression) && (/[\d.万亿余多]/.test(after) || /^[件次人条份元篇]/.test(after)))
  return numeral.test(before) && /^[一二三四五六七八九十百千万]/.test(expression)
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

export function overlaps(spans: Span[], start: number, end: number): boolean {
  return spans.some((span) => span.start < end && start < span.end)
}
