import { openHere } from '../ui/address.ts'
import { readableDate, readableNumber } from '../ui/formats.ts'
import { useLanguage, useText } from '../ui/language.tsx'
import { rowKeys } from '../ui/row-keys.ts'
import type { LoggedEvent } from './questions.ts'
import { texts } from './texts.ts'
import { useSpokenEvent } from './use-spoken-event.ts'

/** Events in words, by days, newest first; arrows move between them, Enter opens one. */
export function EventList({ events }: { events: LoggedEvent[] }) {
  const language = useLanguage()
  return (
    <div className="log-days">
      {daysOf(events).map(({ day, happened }) => (
        <section key={day} className="log-day-group">
          <h2>{readableDate(day, language)}</h2>
          <ol>{happened.map((event) => <li key={event.position}><EventRow event={event} /></li>)}</ol>
        </section>
      ))}
    </div>
  )
}

function EventRow({ event }: { event: LoggedEvent }) {
  const say = useSpokenEvent()
  const { actors } = useText(texts)
  const at = new Date(event.recordedAt)
  return (
    <button
      type="button"
      className="log-row"
      data-row={event.position}
      onClick={() => openHere({ event: String(event.position) })}
      onKeyDown={rowKeys('.log-days')}
    >
      <time dateTime={event.recordedAt}>{`${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`}</time>
      <span className="log-sentence">{say(event)}</span>
      <span className="log-actor-name muted" lang="zh-CN">{actors[event.actor as keyof typeof actors] ?? event.actor}</span>
      <span className="log-position muted">{readableNumber(event.position)}</span>
    </button>
  )
}

/** Events in their order, under the days of the reader's own clock. */
function daysOf(events: LoggedEvent[]): { day: string; happened: LoggedEvent[] }[] {
  const days: { day: string; happened: LoggedEvent[] }[] = []
  for (const event of events) {
    const day = dayOf(new Date(event.recordedAt))
    const last = days.at(-1)
    if (last?.day === day) last.happened.push(event)
    else days.push({ day, happened: [event] })
  }
  return days
}

function dayOf(at: Date): string {
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
