/** Days before and after in which the same thing may have been entered twice. */
export const similarDays = 3

const likeEnough = 0.6

/** How alike two titles are, 0 to 1: twice the pairs of characters they share over all they have (Dice). */
export function likeness(one: string, other: string): number {
  const [left, right] = [bare(one), bare(other)]
  if (left === right) return left === '' ? 0 : 1
  const pairs = pairsOf(left)
  const others = pairsOf(right)
  let shared = 0
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0)
  const all = Math.max(left.length - 1, 0) + Math.max(right.length - 1, 0)
  return all === 0 ? 0 : (2 * shared) / all
}

/** Titles alike enough to ask whether they mean the same thing. */
export function areSimilar(one: string, other: string): boolean {
  return likeness(one, other) >= likeEnough
}

function bare(title: string): string {
  return title.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase().slice(0, 400)
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
