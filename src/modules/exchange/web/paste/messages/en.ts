import type { zh } from './zh.ts'

export const en: typeof zh = {
  title: 'Paste rows',
  intro: 'Select some rows in Excel, with or without their heading, copy them, and paste them below. See how each cell was read, put right what is wrong, and save all of them at once.',
  back: 'Back to one record',
  zone: 'Paste here',
  zoneHint: 'Ctrl+V',
  tooMany: (most) => `At most ${most} rows at once; save more of them as a file and import it.`,
  column: (number) => `Column ${number} is`,
  unitColumn: 'Unit',
  unused: 'not used',
  row: 'Row',
  cell: (row, column) => `Row ${row} ${column}`,
  heading: 'Heading',
  noSuchUnit: (name) => `There is no unit “${name}”, or you may not enter for it`,
  errors: (count) => (count === 0 ? 'No errors' : `${count} to put right before saving; each is named below, at its row.`),
  removeRow: (row) => `Leave out row ${row}`,
  save: (count) => `Save ${count}`,
  startOver: 'Start over',
  saved: (count) => `${count} saved.`,
  open: 'Open the ledger',
}
