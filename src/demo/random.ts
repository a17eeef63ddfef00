/** A reproducible source of chance (mulberry32): the same seed builds the same bureau on every machine. */
export interface Chance {
  /** An integer from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** True in about `share` of the cases, 0 to 1. */
  happens(share: number): boolean
  pick<T>(choices: readonly T[]): T
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    happens: (share) => next() < share,
    pick: (choices) => {
      const chosen = choices[between(0, choices.length - 1)]
      if (chosen === undefined) throw new RangeError('Nothing to choose from')
      return chosen
    },
  }
}
