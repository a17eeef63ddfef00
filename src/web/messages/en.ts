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

  failure: {
    title: 'The data could not be read',
    unreachable: 'The server cannot be reached. Make sure that taizhang is still running, then try again.',
    notAllowed: 'The present account may not see this page.',
    unexpected: 'The page failed. Reload it; if it fails again, give the text below to whoever maintains the system.',
    code: (code) => `Code ${code}`,
    retry: 'Try again',
  },
  unknownPage: { title: 'No such page', explain: 'The address may be mistyped, or the page is no longer there.', back: 'Back to the first page' },

  paged: { none: 'Nothing matches', total: (total) => (total === 1 ? '1 place' : `${total} places`) },
}
