import type { zh } from './zh.ts'

export const en: typeof zh = {
  title: 'Workbench',
  whose: 'Whose tasks', mine: 'Mine', unit: 'My unit',
  noPost: 'Your account holds no post; these are the tasks of the units you may read.',
  late: 'Late', dueIn7: 'Due within 7 days', dueIn30: 'Due within 30 days', approvals: 'Waiting for my approval',
  due: (day) => `due ${day}`,
  all: (count) => `See all ${count}`,
  register: 'Enter', registerFor: (title) => `Enter a record: ${title}`,
  link: 'Link', linkCount: (count) => `Link (${count})`, linkFor: (title) => `Link records: ${title}`,
  asks: (by, state) => `${by} asks to settle it as “${state}”.`,
  vacant: (count) => `${count} ${count === 1 ? 'task has' : 'tasks have'} a vacant post, and nobody is reminded. Fill the post under Units.`,
  proposals: (count) => `${count} ${count === 1 ? 'task' : 'tasks'} could be completed with records that are there already.`,
  seeProposals: 'Check them',
  confirmTitle: 'Complete tasks with records that are there',
  confirmExplain: 'The kind, facets and day of these records fit. Take out what does not belong; the rest is linked at once.',
  moreProposals: (count) => `${count} more are shown after these are linked.`,
  linkAll: (tasks) => `Link to ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`,
  quiet: { title: 'Nothing is due soon', explain: 'No task is late or due within 30 days, and nothing waits for your approval.' },
  nothingYet: {
    title: 'No duties taken on yet',
    explain: 'A duty is what a rule demands of a unit: who answers for it, how often, and which record proves it. Once the duties of a pack are taken on, each due day is worked out and stands here.',
  },
  seeMatrix: 'See the matrix', takeOn: 'Take on duties',
}
