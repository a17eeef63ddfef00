import { useText, useLanguage } from '../../../../web/ui/language.tsx'
import type { DutyView } from '../../contract/duty.ts'
import { dutyTitle } from '../words.ts'
import { AnswerChange } from './answer-change.tsx'
import { ChangeText } from './change-text.tsx'
import { texts } from './texts.ts'

/** Changes that wait for an answer. */
export function ChangeList({ duties }: { duties: DutyView[] }) {
  const messages = useText(texts)
  const language = useLanguage()
  const waiting = duties.flatMap((duty) => duty.changes.filter(({ state }) => state === 'asked').map((change) => ({ duty, change })))
  if (waiting.length === 0) return null
  return (
    <section className="duty-section" aria-label={messages.waiting}>
      <h2>{messages.waiting}</h2>
      <ul className="duty-changes">
        {waiting.map(({ duty, change }) => (
          <li key={change.changeId}>
            <strong>{dutyTitle(duty, language)}</strong>
            <ChangeText change={change} />
            <AnswerChange change={change} title={dutyTitle(duty, language)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
