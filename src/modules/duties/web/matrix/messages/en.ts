import type { zh } from './zh.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const en: typeof zh = {
  title: 'Duties',
  unit: 'Unit', below: 'With units below', year: 'Year', yearOf: (year) => String(year), pack: 'Pack', anyPack: 'All packs', print: 'Print',
  table: (year) => `Duties of ${year} and how they stand. Arrows move, Enter opens.`,
  duty: 'Duty', month: (month) => months[month - 1] ?? String(month),
  stateCount: (state, count) => `${state} ${count}`, comma: ', ',
  cell: (duty, period, states) => `${duty}, ${period}: ${states}`,
  share: (done, total) => `${done}/${total}`,
  lateCount: (count) => `${count} late`,
  short: { 'not-begun': 'not begun', 'under-way': 'under way', done: 'done', late: 'late', 'not-applicable': 'n/a', 'not-held': 'not held', 'done-late': 'done late', 'recorded-late': 'in time, recorded later' },
  legend: 'Legend',
  legendOf: { 'not-begun': 'not begun', 'under-way': 'under way', done: 'done in time', 'done-late': 'done late', late: 'late', 'not-applicable': 'not applicable', 'not-held': 'not held' },
  cellTitle: (period) => `Tasks of ${period}`,
  empty: {
    title: 'No tasks in this year yet',
    explain: 'A duty is what a rule demands of a unit: who answers for it, how often, and which record proves it. Once the duties of a pack are taken on, tasks are dispatched by period and stand here by month.',
  },
  emptyReader: { title: 'No tasks in this year yet', explain: 'Look at another unit or year; a head or an administrator takes duties on.' },
  takeOn: 'Take on duties',
}
