import type { KeyboardEvent } from 'react'

/** Keys within the matrix: arrows go to the next cell that holds something, Home and End to the ends of the row. */
export function gridKeys(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, ctrlKey } = event
  if (!(target instanceof HTMLElement) || target.dataset['month'] === undefined) return
  const next = nextCell(event.currentTarget, target, ctrlKey ? `Ctrl+${key}` : key)
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function nextCell(grid: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const rows = [...grid.querySelectorAll('tr')].map((row) => [...row.querySelectorAll<HTMLElement>('[data-month]')]).filter(({ length }) => length > 0)
  const at = rows.findIndex((row) => row.includes(from))
  const row = rows[at] ?? []
  const place = row.indexOf(from)
  switch (key) {
    case 'ArrowRight': return row[place + 1]
    case 'ArrowLeft': return row[place - 1]
    case 'ArrowDown': return nearest(rows[at + 1], from)
    case 'ArrowUp': return nearest(rows[at - 1], from)
    case 'Home': return row[0]
    case 'End': return row.at(-1)
    case 'Ctrl+Home': return rows[0]?.[0]
    case 'Ctrl+End': return rows.at(-1)?.at(-1)
    default: return undefined
  }
}

/** The cell of another row that stands closest to the month one comes from. */
function nearest(row: HTMLElement[] | undefined, from: HTMLElement): HTMLElement | undefined {
  const month = Number(from.dataset['month'])
  const distance = ({ dataset }: HTMLElement) => {
    const [first, last] = [Number(dataset['month']), Number(dataset['until'])]
    return month < first ? first - month : Math.max(month - last, 0)
  }
  return row?.toSorted((a, b) => distance(a) - distance(b))[0]
}
