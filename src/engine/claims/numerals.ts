const digitOf: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}
const placeOf: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const foldOf: Record<string, number> = { 万: 10_000, 亿: 100_000_000 }

/** Value of a Chinese numeral (十二 12, 一千零五 1005, 三万五千 35000, 二〇二五 2025); null when it is none. */
export function chineseValue(text: string): number | null {
  if (text === '' || !/^[零〇一二两三四五六七八九十百千万亿点]+$/.test(text)) return null
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((digit) => digitOf[digit]).join(''))
  const [whole = '', fraction] = text.split('点')
  const value = wholeValue(whole)
  if (fraction === undefined) return value
  return Number(`${value}.${[...fraction].map((digit) => digitOf[digit] ?? '').join('')}`)
}

function wholeValue(text: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const character of text) {
    if (digitOf[character] !== undefined) digit = digitOf[character]
    else if (placeOf[character] !== undefined) {
      section += (digit === 0 ? 1 : digit) * placeOf[character]
      digit = 0
    } else {
      const fold = foldOf[character] ?? 1
      const own = section + digit
      total = total < fold ? (total + own) * fold : total + own * fold
      section = 0
      digit = 0
    }
  }
  return total + section + digit
}

/**
 * Value of a standing figure as written: Arabic with separators, 万 and 亿, Chinese numerals, 百分之八十, 三分之二
 * (0.667), approximation words ignored, the upper end of a range. Null when nothing in it can be read.
 */
export function figureValue(text: string): number | null {
  const bare = text.replace(/[近约超逾余多来大过突破不低于少至达上]+|以上|左右|%/g, '')
  const percent = /^[近约超过逾达]*(百|千)分之(.+)$/.exec(text)
  if (percent) return figureValue(percent[2] ?? '')
  const last = bare.split(/[—–~～至到-]/).filter((part) => part !== '').at(-1) ?? ''
  const arabic = /^(\d[\d,，\s]*(?:\.\d+)?)\s*([千万亿百]*)$/.exec(last.trim())
  if (arabic) {
    let value = Number((arabic[1] ?? '').replace(/[,，\s]/g, ''))
    for (const fold of arabic[2] ?? '') value *= placeOf[fold] ?? foldOf[fold] ?? 1
    return Number.isFinite(value) ? round(value) : null
  }
  return chineseValue(last.trim())
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
