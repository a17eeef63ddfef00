import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { remember } from '../../../../web/ui/memory.ts'
import { useSession } from '../../../../web/ui/session.ts'
import { unfinishedDrafts, type Unfinished } from './draft.ts'
import { texts } from './texts.ts'

/** New records begun in this browser and never saved, in another tab or before a tab was closed. */
export function UnfinishedList({ but }: { but: string }) {
  const messages = useText(texts)
  const { account } = useSession()
  const [discarded, setDiscarded] = useState<string[]>([])
  const drafts = unfinishedDrafts(account?.accountId ?? null, but).filter(({ key }) => !discarded.includes(key))
  if (drafts.length === 0) return null
  const discard = (key: string) => {
    remember(key, null)
    setDiscarded([...discarded, key])
  }
  return (
    <aside className="unfinished" aria-label={messages.unfinished}>
      <h2>{messages.unfinished}</h2>
      <ul>
        {drafts.map((unfinished) => (
          <li key={unfinished.key}>
            <span lang="zh-CN">{nameOf(unfinished) ?? messages.untitled}</span> <Link to={`/records/new?as=${unfinished.recordId}`}>{messages.resume}</Link>
            <Button type="link" size="small" onClick={() => discard(unfinished.key)}>{messages.discard}</Button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function nameOf({ draft }: Unfinished): string | null {
  const texted = [draft.fields['title'], draft.sentence, ...Object.values(draft.fields)].find((value) => typeof value === 'string' && value !== '')
  return typeof texted === 'string' ? texted.slice(0, 40) : null
}
