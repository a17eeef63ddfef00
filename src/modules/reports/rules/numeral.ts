const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

/**
 * A non-negative number in Chinese numerals as official text writes counts: 12 → 十二, 2 → 两 before a
 * measure word, 3.5 → 三点五. Above 99,999,999 the caller should keep Arabic digits.
 */
export function chineseNumeral(value: number, options: { counting?: boolean } = {}): string {
  if (options.counting && value === 2) return '两'
  const [whole = '0', fraction] = String(value).split('.')
  const read = wholeNumeral(Number(whole))
  return fraction === undefined ? read : `${read}点${[...fraction].map((digit) => digits[Number(digit)]).join('')}`
}

function wholeNumeral(value: number): string {
  if (value === 0) return '零'
  const tenThousands = Math.floor(value / 10_000)
  const rest = value % 10_000
  if (tenThousands === 0) return belowTenThousand(rest).replace(/^一十/, '十')
  const gap = rest > 0 && rest < 1000 ? '零' : ''
  return `${wholeNumeral(tenThousands)}万${gap}${rest > 0 ? belowTenThousand(rest) : ''}`
}

function belowTenThousand(value: number): string {
  let read = ''
  let pendingZero = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      pendingZero = read !== ''
      continue
    }
    if (pendingZero) read += '零'
    pendingZero = false
    read += `${digits[digit]}${places[place]}`
  }
  return read
}
