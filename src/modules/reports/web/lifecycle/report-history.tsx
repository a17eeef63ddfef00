import { Button, Popover } from 'antd'
import { readableMoment, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { Steps } from './questions.ts'
import { texts } from './texts.ts'

const shown = 40

/** Every step a report has taken, latest first, with what was said. */
export function ReportHistory({ steps: { steps } }: { steps: Steps }) {
  const text = useText(texts)
  const language = useLanguage()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <ol className="report-steps">
          {steps.toReversed().slice(0, shown).map(({ version, step, by, at, note, position }) => (
            <li key={version}>
              <strong>{text.steps[step]}</strong> <span className="muted">{text.by(by, readableMoment(at, language))} · {readableNumber(position)}</span>
              {note !== null && <p lang="zh-CN">{note}</p>}
            </li>
          ))}
        </ol>
      }
    >
      <Button type="text">{text.history}</Button>
    </Popover>
  )
}
