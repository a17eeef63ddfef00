import type { zh } from './zh.ts'

export const en: typeof zh = {
  tabs: { text: 'Text', byHand: 'By hand' },
  loading: 'Reading the text',
  figure: (number, state) => `figure ${number}, ${state}`,
  states: { figure: 'from records', 'by-hand': 'by hand', open: 'open', other: 'otherwise changed' },
  legend: 'Legend',
  byHand: {
    search: 'Search sentences and reasons',
    none: 'Nothing was filled by hand',
    noneExplain: 'Every figure of the report was computed from records.',
    reason: 'Reason',
    by: 'By',
    before: 'Before',
  },
  reviewedBy: 'Reviewed by',
  withoutReview: 'Why it was issued without a review',
  annex: 'Annex',
  withAnnex: 'With the annex of sources',
  withoutAnnex: 'Without the annex',
}
