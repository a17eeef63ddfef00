import { describeCadence } from '../../../../engine/calendar/words.ts'
import { readableDate, readableMoment, type Language } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { ChangeView, DutyChange } from '../../contract/duty.ts'
import { texts } from './texts.ts'

/** What a change of a duty says, since when and for whom, who asked and who answered. */
export function ChangeText({ change }: { change: ChangeView }) {
  const messages = useText(texts)
  const language = useLanguage()
  const { content, fromOn, unit, state, reason, askedBy, askedAt, answeredBy, answer } = change
  return (
    <div className="change-text">
      <p>{contentWords(content, messages, language).join(messages.comma)}</p>
      <p className="muted">
        {messages.changeOf(readableDate(fromOn, language))} · <span lang="zh-CN">{unit ?? messages.wholeBody}</span> · <span lang="zh-CN">{askedBy}</span> {readableMoment(askedAt, language)} · {messages.changeStates[state]}
        {answeredBy !== null && <> · <span lang="zh-CN">{answeredBy}</span></>}
      </p>
      <p lang="zh-CN">{messages.because(reason)}{answer !== null && answer !== '' ? ` ${messages.answered(answer)}` : ''}</p>
    </div>
  )
}

function contentWords(content: DutyChange, messages: (typeof texts)['zh'], language: Language): string[] {
  if (content === null) return [messages.switchOff]
  const { cadence, leadDays, graceDays, owner, satisfied, title, text, owedBy } = content
  return [
    ...(title === undefined ? [] : [messages.said(messages.columns.duty, title)]),
    ...(text === undefined ? [] : [messages.said(messages.text, text)]),
    ...(cadence === undefined ? [] : [messages.said(messages.columns.cadence, describeCadence(cadence, language))]),
    ...(leadDays === undefined ? [] : [messages.said(messages.lead, messages.days(leadDays))]),
    ...(graceDays === undefined ? [] : [messages.said(messages.grace, messages.days(graceDays))]),
    ...(owner === undefined ? [] : [messages.said(messages.columns.owner, 'post' in owner ? owner.post : messages.responsibilities[owner.responsibility])]),
    ...(owedBy === undefined ? [] : [messages.said(messages.owedBy, owedBy.map((type) => messages.unitTypes[type]).join(messages.comma))]),
    ...(satisfied === undefined ? [] : [messages.said(messages.satisfied, messages.evidenceOf(satisfied.records, satisfied.evidence))]),
  ]
}
