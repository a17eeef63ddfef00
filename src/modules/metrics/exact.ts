/** A number without rounding noise: `units` in the smallest measure, of which 10^digits make one. */
export interface Exact {
  units: bigint
  digits: number
}

/** Its value, rounded half away from zero to so many digits (四舍五入); exactly as kept when they are left out. */
export function toNumber({ units, digits }: Exact, roundTo = digits): number {
  if (roundTo >= digits) return pointed(units, digits)
  return pointed(divideHalfUp(units, 10n ** BigInt(digits - roundTo)), roundTo)
}

/** part ÷ whole × 100, rounded half away from zero; `whole` is not zero. */
export function percentage(part: Exact, whole: Exact, roundTo: number): number {
  const top = part.units * 10n ** BigInt(whole.digits + roundTo) * 100n
  return pointed(divideHalfUp(top, whole.units * 10n ** BigInt(part.digits)), roundTo)
}

/** now − before, at the finer of their digits. */
export function difference(now: Exact, before: Exact): Exact {
  const digits = Math.max(now.digits, before.digits)
  return { units: atDigits(now, digits) - atDigits(before, digits), digits }
}

/** A number that has at most so many digits after the point. */
export function exactly(value: number, digits: number): Exact {
  return { units: BigInt(Math.round(value * 10 ** digits)), digits }
}

function atDigits({ units, digits }: Exact, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - digits)
}

function divideHalfUp(top: bigint, bottom: bigint): bigint {
  const negative = top < 0n !== bottom < 0n
  const [size, by] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  const rounded = (2n * size + by) / (2n * by)
  return negative ? -rounded : rounded
}

/** Through its decimal text, since 1234 / 100 in binary need not be the number that 12.34 is. */
function pointed(units: bigint, digits: number): number {
  return Number(`${units}e-${digits}`)
}
