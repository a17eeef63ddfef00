import type { zh } from './zh.ts'

export const en: typeof zh = {
  title: 'Year calendar',
  unit: 'Unit', below: 'With units below', year: 'Year', yearOf: (year) => String(year), comma: ', ',
  announced: 'announced', notAnnounced: 'not announced',
  notAnnouncedExplain: (year) => `The rest days of ${year} are not announced yet; only statutory ones are known. Once the notice is imported, due days that depend on it are worked out anew.`,
  legend: 'Legend', rest: 'rest day', makeUp: 'make-up working day', due: 'tasks due on the day', late: 'some of them late',
  restMark: 'off', workMark: 'on',
  dueOn: (due, late) => (late > 0 ? `${due} due, ${late} of them late` : `${due} due`),
  months: { 0: 'January', 1: 'February', 2: 'March', 3: 'April', 4: 'May', 5: 'June', 6: 'July', 7: 'August', 8: 'September', 9: 'October', 10: 'November', 11: 'December' },
  weekdays: { 0: 'M', 1: 'T', 2: 'W', 3: 'T', 4: 'F', 5: 'S', 6: 'S' },
  importNotice: 'Import a notice',
  importExplain: 'Write the rest days of a year as a calendar file, see which due days would move, then put it in force. The old days stay in the history of the tasks.',
  drop: 'Drop a calendar file here', dropHint: 'Takes .yaml; or paste its text below.',
  editor: (year) => `Calendar file of ${year}`,
  line: (line) => `Line ${line}:`,
  preview: 'See what would move', adopt: 'Put in force',
  moved: (count) => (count === 0 ? 'No due day would move.' : `${count} open ${count === 1 ? 'task' : 'tasks'} would move:`),
  adopted: (count) => `In force; ${count} ${count === 1 ? 'task was' : 'tasks were'} worked out anew.`,
}
