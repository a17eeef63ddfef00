import { Button } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import type { Desk, SentenceReading } from '../../contract/entry.ts'
import { useTitle } from './field-grid.tsx'
import { texts } from './texts.ts'

/** What the sentence was taken for, and what else it could be. */
export function ReadNote({ reading, desk, onOther }: { reading: SentenceReading | null; desk: Desk; onOther(kind: string): void }) {
  const messages = useText(texts)
  const title = useTitle()
  const named = (id: string) => {
    const kind = desk.kinds.find((one) => one.id === id)
    return kind === undefined ? id : title({ title: kind.title, en: kind.en ?? undefined })
  }
  return (
    <div role="status" className="read-note">
      {reading !== null && (
        <p>
          {reading.kind === null ? messages.notRead : messages.readAs(named(reading.kind))}
          {reading.others.length > 0 && (
            <>
              {' '}{messages.others} {reading.others.map((id) => <Button key={id} type="link" size="small" onClick={() => onOther(id)}>{named(id)}</Button>)}
            </>
          )}
        </p>
      )}
    </div>
  )
}
