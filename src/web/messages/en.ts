import type { Messages } from './zh.ts'

export const en: Messages = {
  product: 'Taizhang',
  promise: 'Record once, use everywhere; no number without a record.',
  demo: 'Demonstration data',
  skip: 'Skip to content',
  otherLanguage: '中文',
  switchLanguage: 'Switch to Chinese',
  version: (version) => `Version ${version}`,
  loading: 'Loading…',
  close: 'Close',

  failure: {
    title: 'The data could not be read',
    unreachable: 'The server cannot be reached. Make sure that taizhang is still running, then try again.',
    notAllowed: 'The present account may not see this page.',
    unexpected: 'The page failed. Reload it; if it fails again, give the text below to whoever maintains the system.',
    code: (code) => `Code ${code}`,
    retry: 'Try again',
  },
  unknownPage: { title: 'No such page', explain: 'The address may be mistyped, or the page is no longer there.', back: 'Back to the first page' },

  navigation: {
    label: 'Main navigation',
    reports: 'Reports', records: 'Records', import: 'Import', metrics: 'Metrics', units: 'Units', packs: 'Packs', log: 'Log',
    account: 'My account', signIn: 'Sign in', signOut: 'Sign out',
  },
  drafts: { restored: 'What was not saved last time has been restored.', giveUp: 'Discard and start anew' },
  dropzone: {
    choose: 'Choose a file',
    cancel: 'Cancel',
    sending: (name, size) => `Sending ${name} (${size})`,
    foreign: (name, accept) => `“${name}” is not a file taken here. Please give a file of ${accept}.`,
    tooLarge: (name, size, limit) => `“${name}” has ${size}, more than the limit of ${limit}.`,
  },
  jobs: {
    title: 'Background jobs',
    none: 'No background jobs',
    noneExplain: 'Work that takes long, such as an import or a verification, runs in the background and shows its progress here.',
    running: (count) => (count === 1 ? '1 background job is running' : `${count} background jobs are running`),
    progress: (done, total) => (total === null ? `${done} processed` : `${done} of ${total} processed`),
    states: { running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
    cancel: 'Cancel',
    cancelNamed: (title) => `Cancel: ${title}`,
    code: (code) => `Code ${code}`,
  },
  paged: { none: 'Nothing matches', total: (total) => (total === 1 ? '1 place' : `${total} places`) },
}
