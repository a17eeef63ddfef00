import type { KeyboardEvent } from 'react'

/** Keys of a focused row or card: arrows, Home and End move the focus, Enter opens, the space bar ticks. */
export function rowKeys({ open, tick }: { open: () => void; tick: () => void }) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    const row = event.currentTarget
    const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-record]') ?? [])]
    const at = rows.indexOf(row)
    const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key]
    if (event.key === 'Enter') open()
    else if (event.key === ' ') tick()
    else if (next !== undefined) next.focus()
    else return
    event.preventDefault()
  }
}
