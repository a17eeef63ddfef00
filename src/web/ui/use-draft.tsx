import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useMessages } from './language.tsx'
import { recall, remember } from './memory.ts'
import { useSession } from './session.ts'

export interface Draft<T> {
  value: T
  /** Keeps what was typed from now on, until it is cleared. */
  change(value: T): void
  /** Forgets what was kept, after it was saved or given up, and starts again from the beginning. */
  clear(): void
  /** Whether the values at hand were kept from an earlier visit. */
  restored: boolean
}

/**
 * What is typed on a form, kept in this browser under a name until it is saved: an expired session, a lost server or a
 * closed tab loses nothing. Each account of the browser has drafts of its own.
 */
export function useDraft<T>(name: string, beginning: T): Draft<T> {
  const { account } = useSession()
  const key = `taizhang.draft.${account?.accountId ?? 'visitor'}.${name}`
  const [sheet, setSheet] = useState(() => sheetOf<T>(key))
  if (sheet.key !== key) setSheet(sheetOf<T>(key))
  useEffect(() => {
    if (sheet.value !== null) remember(sheet.key, JSON.stringify(sheet.value))
  }, [sheet])
  return {
    value: sheet.value ?? beginning,
    restored: sheet.restored,
    change: (value) => setSheet({ key, value, restored: sheet.restored }),
    clear: () => {
      remember(key, null)
      setSheet({ key, value: null, restored: false })
    },
  }
}

interface Sheet<T> {
  key: string
  value: T | null
  restored: boolean
}

function sheetOf<T>(key: string): Sheet<T> {
  const value = keptUnder<T>(key)
  return { key, value, restored: value !== null }
}

function keptUnder<T>(key: string): T | null {
  try {
    return JSON.parse(recall(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

/** Says quietly that typed values were kept from before, and offers to begin anew. */
export function DraftNote({ draft, onClear }: { draft: Draft<unknown>; onClear?: () => void }) {
  const { drafts } = useMessages()
  if (!draft.restored) return null
  const giveUp = () => {
    draft.clear()
    onClear?.()
  }
  return (
    <p className="draft-note" role="status">
      {drafts.restored} <Button type="link" size="small" onClick={giveUp}>{drafts.giveUp}</Button>
    </p>
  )
}
