import type { z } from 'zod'
import type { SheetCorrection } from '../contract.ts'

export type Correction = z.output<typeof SheetCorrection>

/** What is being imported and how it is to be read; kept while the page is left and come back to. */
export interface Order {
  files: { name: string; sha256: string }[]
  year: number | null
  corrections: Correction[]
  /** The job that read it, with the order as it was then; null before the first reading. */
  read: { jobId: string; asked: string } | null
  importJobId: string | null
}

export const noOrder: Order = { files: [], year: null, corrections: [], read: null, importJobId: null }

export interface SheetPlace {
  file: { sha256: string }
  sheet: string
}

/** What an order asks of the server; two orders that ask the same are read alike. */
export function inputOf({ files, year, corrections }: Order) {
  return { files, corrections, ...(year === null ? {} : { year }) }
}

export function askedBy(order: Order): string {
  return JSON.stringify(inputOf(order))
}

export function correctionOf(order: Order, place: SheetPlace): Correction {
  return order.corrections.find((one) => isAt(one, place)) ?? { file: place.file.sha256, sheet: place.sheet }
}

/** The order with one sheet read differently; a correction that says nothing is left out. */
export function withCorrection(order: Order, place: SheetPlace, change: Partial<Correction>): Order {
  const changed = { ...correctionOf(order, place), ...change }
  const others = order.corrections.filter((one) => !isAt(one, place))
  const says = changed.kind !== undefined || [changed.headingRows, changed.leaveOut, changed.take].some((rows) => rows?.length) || Object.keys(changed.columns ?? {}).length > 0
  return { ...order, corrections: says ? [...others, changed] : others }
}

/** A row to be left out, or to be taken; the last word counts. */
export function withRow(order: Order, place: SheetPlace, row: number, use: 'leaveOut' | 'take'): Order {
  const { leaveOut = [], take = [] } = correctionOf(order, place)
  const without = (rows: number[]) => rows.filter((one) => one !== row)
  return withCorrection(order, place, {
    leaveOut: use === 'leaveOut' ? [...without(leaveOut), row] : without(leaveOut),
    take: use === 'take' ? [...without(take), row] : without(take),
  })
}

function isAt(correction: Correction, { file, sheet }: SheetPlace): boolean {
  return correction.file === file.sha256 && correction.sheet === sheet
}
