import type { FigureRow } from '../contract.ts'
import { hasRecords } from '../rules/has-records.ts'
import { changeOf } from './figure-words.ts'

export const orders = ['kind', 'pack', 'value', 'change'] as const

export type Order = (typeof orders)[number]

export interface Selection {
  words: string
  kind: string | null
  order: Order
  /** Also those without a record. */
  all: boolean
}

export interface Group {
  /** Empty where the order is not by group. */
  title: string
  rows: FigureRow[]
}

/** The metrics in which every word stands, in title, phrases or the title of their ledger. */
export function selectMetrics(figures: FigureRow[], { words, kind, order, all }: Selection): FigureRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const found = figures.filter((row) => {
    const text = `${row.title} ${row.en ?? ''} ${row.phrases.join(' ')} ${row.kindTitle}`.toLowerCase()
    return (kind === null || row.kind === kind) && (all || hasRecords(row)) && wanted.every((word) => text.includes(word))
  })
  return order === 'value' || order === 'change' ? found.toSorted((a, b) => sized(b, order) - sized(a, order)) : found
}

/** Rows under the title of their ledger or pack, in the order in which these first come; changes below what they compare. */
export function grouped(rows: FigureRow[], order: Order): Group[] {
  if (order === 'value' || order === 'change') return [{ title: '', rows }]
  const groups = new Map<string, FigureRow[]>()
  for (const row of rows) {
    const title = order === 'kind' ? row.kindTitle : row.packTitle
    groups.set(title, [...(groups.get(title) ?? []), row])
  }
  const last = ({ form }: FigureRow) => Number(form === 'change')
  return [...groups].map(([title, members]) => ({ title, rows: members.toSorted((a, b) => last(a) - last(b)) }))
}

/** A page of rows, still in groups: grouped first, so that a group is not torn more than the page does. */
export function pageOf(groups: Group[], page: number, size: number): Group[] {
  let passed = 0
  return groups.flatMap(({ title, rows }) => {
    const start = (page - 1) * size - passed
    passed += rows.length
    const shown = rows.slice(Math.max(0, start), Math.max(0, start + size))
    return shown.length === 0 ? [] : [{ title, rows: shown }]
  })
}

function sized(row: FigureRow, order: 'value' | 'change'): number {
  if (order === 'value') return row.now.value ?? -Infinity
  return changeOf(row.now, row.last, row)?.percent ?? -Infinity
}
