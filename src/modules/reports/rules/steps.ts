import type { ReportStateName, StepName } from '../tables.ts'

/** What people are told somebody did. */
export const stepWords: Record<StepName, string> = {
  drafted: '起草了这份报告', rebound: '修改了这份报告的填空', submitted: '已提交审核', returned: '已退回修改', reviewed: '已审核通过',
  issued: '已签发', discarded: '已放弃这份报告', made: '生成了这份报告',
}

export const stateWords: Record<ReportStateName, string> = {
  draft: '起草中', submitted: '待审核', reviewed: '已审核', issued: '已签发', discarded: '已放弃',
}

export type Verb = 'edit' | 'submit' | 'return' | 'review' | 'issue' | 'discard'

const allowedIn: Record<Verb, ReportStateName[]> = {
  edit: ['draft'],
  submit: ['draft'],
  return: ['submitted', 'reviewed'],
  review: ['submitted'],
  issue: ['draft', 'submitted', 'reviewed'],
  discard: ['draft', 'submitted', 'reviewed'],
}

const verbWords: Record<Verb, string> = {
  edit: '修改', submit: '提交审核', return: '退回', review: '审核', issue: '签发', discard: '放弃',
}

/** Why a report in this state does not admit a verb; null where it does. */
export function refusedByState(verb: Verb, state: ReportStateName): string | null {
  if (allowedIn[verb].includes(state)) return null
  const back = verb === 'edit' && (state === 'submitted' || state === 'reviewed') ? '，须先退回才能修改' : ''
  return `这份报告${stateWords[state]}${back || `，不能${verbWords[verb]}`}`
}

/** Who reviews must not have drafted, changed or submitted the report: four eyes, not two. */
export const preparersDoNotReview = '起草、修改或提交过这份报告的人不能审核它，请换一位审核人'

/** One who prepared a report: by account, or by name where there is none. */
export interface Preparer {
  account: string | null
  name: string
}

export function isPreparer(who: { accountId?: string | null; name: string }, preparers: Preparer[]): boolean {
  const account = who.accountId ?? null
  return preparers.some((one) => (account === null ? one.account === null && one.name === who.name : one.account === account))
}
