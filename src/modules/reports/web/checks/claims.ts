import type { zh } from './messages/zh.ts'
import type { Claim, Verdict } from './questions.ts'

export function inReadingOrder(claims: Claim[]): Claim[] {
  return claims.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

export function countsOf(claims: Claim[]): Record<Verdict, number> {
  const counts = { evidenced: 0, contradicted: 0, unsupported: 0, consistent: 0 }
  for (const { verdict } of claims) counts[verdict] += 1
  return counts
}

interface Piece {
  words: string
  /** Which claim stands here; null for the words between. */
  index: number | null
}

/** A paragraph cut at its claims; one that begins inside another is left to that one. */
export function piecesOf(line: number, words: string, claims: Claim[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  claims.forEach((claim, index) => {
    if (claim.line !== line || claim.column < from) return
    if (claim.column > from) pieces.push({ words: words.slice(from, claim.column), index: null })
    pieces.push({ words: words.slice(claim.column, claim.column + claim.length), index })
    from = claim.column + claim.length
  })
  if (from < words.length) pieces.push({ words: words.slice(from), index: null })
  return pieces
}

/** The verdicts below their heading, for a spreadsheet. */
export function rowsOfClaims(claims: Claim[], text: typeof zh): string[][] {
  return [text.columns, ...inReadingOrder(claims).map((claim) => [String(claim.line), claim.text, text.verdicts[claim.verdict], claim.expected ?? '', claim.reason])]
}
