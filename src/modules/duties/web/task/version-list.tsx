import { readableDate, readableMoment, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { TaskDetail } from '../../contract/task.ts'
import { texts } from '../texts.ts'

/** What happened to a task, latest first, with who and when; the due day where it moved. */
export function VersionList({ task: { versions } }: { task: TaskDetail }) {
  const { task: messages } = useText(texts)
  const language = useLanguage()
  const ordered = versions.toSorted((a, b) => b.version - a.version)
  return (
    <section aria-label={messages.history}>
      <h2>{messages.history}</h2>
      <ol className="task-versions">
        {ordered.map(({ version, act, changedBy, changedAt, note, dueOn, position }, n) => {
          const before = ordered[n + 1]
          const moved = before !== undefined && before.dueOn !== dueOn
          return (
            <li key={version}>
              <strong>{messages.acts[act]}</strong>{' '}
              <span className="muted"><span lang="zh-CN">{changedBy}</span> · {readableMoment(changedAt, language)} · {messages.position(readableNumber(position))}</span>
              {moved && <p>{messages.moved(readableDate(before.dueOn, language), readableDate(dueOn, language))}</p>}
              {note !== null && note !== '' && <p lang="zh-CN">{note}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
