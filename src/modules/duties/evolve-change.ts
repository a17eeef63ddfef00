import type { DutyChange } from './contract/duty.ts'
import type { ChangeEvent } from './events.ts'

/** A change of a duty as one version of it stood. */
export interface ChangeVersion {
  version: number
  duty: string
  unitId: string | null
  fromOn: string
  content: DutyChange
  state: 'asked' | 'approved' | 'refused' | 'withdrawn'
  reason: string
  askedBy: string
  askedAccount: string | null
  answeredBy: string | null
  answer: string | null
}

/** The next version of a change; verification replays the log through this same function. */
export function evolveChange(previous: ChangeVersion | null, event: ChangeEvent, actor: string): ChangeVersion {
  if (event.type === 'duty-change.asked') {
    const { account, ...asked } = event.content
    return { version: 1, ...asked, state: 'asked', askedBy: actor, askedAccount: account, answeredBy: null, answer: null }
  }
  if (previous === null) throw new Error(`${event.type} without a change`)
  const next = { ...previous, version: previous.version + 1, answeredBy: actor, answer: event.content.note }
  if (event.type === 'duty-change.withdrawn') return { ...next, state: 'withdrawn' }
  return { ...next, state: event.content.answer === 'approve' ? 'approved' : 'refused' }
}
