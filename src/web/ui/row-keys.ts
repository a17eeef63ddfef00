import type { KeyboardEvent } from 'react'

/** Keys of a focused row (`data-row`) among those of a list: arrows, Home and End move the focus; a button opens by itself. */
export function rowKeys(list: string) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = event.currentTarget
    const rows = [...(row.closest(list)?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = rows.indexOf(row)
    const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
}
