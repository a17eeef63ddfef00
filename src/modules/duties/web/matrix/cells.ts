import type { Matrix } from '../../contract/overview.ts'
import { taskStates, type TaskState } from '../../rules.ts'

export type Cell = Matrix['rows'][number]['cells'][number]

/** Months of one row that stand together: one cell, several that overlap, or none. */
export interface Segment {
  from: number
  to: number
  cells: Cell[]
}

/** The twelve months of a row as stretches beside each other; cells whose months overlap share one. */
export function segmentsOf(cells: Cell[]): Segment[] {
  const segments: Segment[] = []
  for (const cell of cells.map(inItsMonth).toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = segments.at(-1)
    if (last !== undefined && cell.from <= last.to) {
      last.to = Math.max(last.to, cell.to)
      last.cells.push(cell)
    } else segments.push({ from: cell.from, to: cell.to, cells: [cell] })
  }
  return withGaps(segments)
}

/** Periods shorter than a month are told by the month they begin in, and stand in it, though the last may end in the next. */
function inItsMonth(cell: Cell): Cell {
  const month = Number(/^\d{4}-(\d{2})$/.exec(cell.period)?.[1] ?? 0)
  return month === 0 ? cell : { ...cell, from: month, to: month }
}

function withGaps(segments: Segment[]): Segment[] {
  const whole: Segment[] = []
  let month = 1
  for (const segment of [...segments, { from: 13, to: 13, cells: [] }]) {
    for (; month < segment.from; month += 1) whole.push({ from: month, to: month, cells: [] })
    if (segment.from <= 12) whole.push(segment)
    month = Math.max(month, segment.to + 1)
  }
  return whole
}

/** The state that a cell shows: of several tasks the one that needs most attention. */
export function toneOf({ states, doneLate }: Cell): TaskState | 'done-late' {
  if (has(states, 'late')) return 'late'
  const isUnderWay = has(states, 'under-way') || (has(states, 'not-begun') && has(states, 'done'))
  if (isUnderWay) return 'under-way'
  const next = (['not-begun', 'not-held', 'done', 'not-applicable'] as const).find((state) => has(states, state)) ?? 'not-begun'
  return next === 'done' && doneLate > 0 ? 'done-late' : next
}

/** How many tasks a cell holds. */
export function tasksIn({ states }: Cell): number {
  return taskStates.reduce((sum, state) => sum + (states[state] ?? 0), 0)
}

function has(states: Cell['states'], state: TaskState): boolean {
  return (states[state] ?? 0) > 0
}
