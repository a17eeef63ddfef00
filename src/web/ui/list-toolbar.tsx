import { Input, type InputRef } from 'antd'
import { useRef, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useSlashKey } from './use-slash-key.ts'

interface Props {
  /** Left out where a list is not searched. `hint` says what / does, or what can be looked for. */
  search?: { label: string; value: string; change(words: string): void; hint?: string }
  /** Controls that narrow the list; each with an accessible name. */
  filters?: ReactNode
  /** Buttons at the end of the row: export, new. */
  actions?: ReactNode
  /** How much was found, said aloud when it changes. */
  found?: string
}

/** The row above a list: search (reached with /), filters, actions; below it what was found. */
export function ListToolbar({ search, filters, actions, found }: Props) {
  const input = useRef<InputRef>(null)
  useSlashKey(() => input.current?.focus())
  return (
    <>
      <div className="toolbar" role="search">
        {search !== undefined && (
          <Input
            ref={input}
            className="toolbar-search"
            allowClear
            prefix={<Icon shape="search" />}
            placeholder={search.label}
            aria-label={search.label}
            title={search.hint}
            value={search.value}
            onChange={(event) => search.change(event.target.value)}
          />
        )}
        {filters}
        {actions !== undefined && <div className="toolbar-actions">{actions}</div>}
      </div>
      {found !== undefined && <p className="muted found" role="status">{found}</p>}
    </>
  )
}
