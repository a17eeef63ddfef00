/**
 * What speaks for a metric, in letters of matching words. Chosen on the labelled reports; `bench/claims/cross-validate.ts`
 * chooses them again without each report in turn and says what they are worth on the one left out.
 */
export const weights = {
  /** A metric below this is only near, not meant. */
  least: 3.8,
  /** Words of the same clause before the previous figure, and of earlier clauses of the sentence. */
  clause: 0.55,
  sentence: 0.42,
  /** Earlier clauses, when another figure stands between. */
  beyond: 0.25,
  /** A phrase of two letters. */
  short: 0.75,
  /** Lost with every letter between words and slot, before and behind it. */
  gapBefore: 0.06,
  gapBehind: 0.035,
  measure: 2.5,
  /** The same measure in thousands or millions: 万元 for 元. */
  fold: 2,
  otherMeasure: -3,
  change: 3.5,
  sameForm: 1.6,
  otherPercent: 0.6,
  /** The kind of record the figure before it counted. */
  sameKind: 0.8,
}
