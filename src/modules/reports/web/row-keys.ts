import type { KeyboardEvent } from 'react'

/** Keys of a focused table row: arrows, Home and End move the focus, Enter and space open. */
export function rowKeys(open: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    const row = event.currentTarget
    const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('tr[data-figure]') ?? [])]
    const at = rows.indexOf(row)
    const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key]
    if (event.key === 'Enter' || event.key === ' ') open()
    else if (next !== undefined) next.focus()
    else return
    event.preventDefault()
  }
}
