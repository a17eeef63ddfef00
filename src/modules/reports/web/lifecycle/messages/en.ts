import type { zh } from './zh.ts'

export const en: typeof zh = {
  label: 'How far the report is',
  states: { draft: 'Draft', submitted: 'Submitted', reviewed: 'Reviewed', issued: 'Issued', discarded: 'Given up' },
  by: (who, when) => `${who} · ${when}`,
  verbs: { submit: 'Submit for review', return: 'Return', review: 'Approve', issue: 'Issue', discard: 'Give up' },
  explain: {
    submit: 'Nothing can be changed after this until the reviewer returns it, or you take it back.',
    return: 'The report becomes a draft again. Say why; whoever prepares it will read it.',
    review: 'You say that you have checked its words and figures. Nobody reviews what they helped to prepare.',
    issue: 'Its figures, its Word file and its place in the log are frozen. Records entered or corrected later are listed under “Since it was issued”.',
    discard: 'The report is not continued. What was done stays in the log, but it cannot be taken up again.',
  },
  note: 'Note (optional)',
  reason: 'Reason',
  annex: 'With the annex of sources: how each figure was computed, from which records',
  unreviewed: 'Nobody has reviewed this report. To issue it all the same, say why; the reason stays with the report.',
  reasonMissing: 'Please say why',
  history: 'What happened',
  steps: {
    drafted: 'begun', rebound: 'changed', submitted: 'submitted', returned: 'returned', reviewed: 'approved', issued: 'issued', discarded: 'given up', made: 'filled in one go',
  },
  moved: 'Somebody has just moved this report on. It was read again: look at where it is now, then decide.',
  cancel: 'Cancel',
}
