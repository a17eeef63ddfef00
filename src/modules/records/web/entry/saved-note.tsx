import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { Saved } from './new-record.tsx'
import { texts } from './texts.ts'

/** What was saved last, with the way to it. */
export function SavedNote({ saved }: { saved: Saved | null }) {
  const messages = useText(texts)
  return (
    <div role="status">
      {saved !== null && (
        <p className="saved-note">
          {saved.again ? messages.savedBefore : messages.saved} <span lang="zh-CN">{saved.title}</span> · <Link to={`/record/${saved.recordId}`}>{messages.openSaved}</Link>
        </p>
      )}
    </div>
  )
}
