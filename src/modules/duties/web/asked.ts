import { openHere, useAddress } from '../../../web/ui/address.ts'
import { useUnitView } from '../../../web/ui/unit-view.tsx'
import { today } from '../../org/web/day-field.tsx'

export interface AskedYear {
  /** Null: what the server shows first, the highest unit that the reader may read. */
  unitId: string | null
  year: number
  below: boolean
}

/** Whose year is looked at: as the address says, else the unit chosen in the head of the program and this year. */
export function useAskedYear(): AskedYear {
  const { query } = useAddress()
  const { unitId } = useUnitView()
  const year = Number(query.get('year'))
  return {
    unitId: query.get('unit') ?? unitId,
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : Number(today().slice(0, 4)),
    below: query.get('below') === 'yes',
  }
}

/** Changes what the present page asks for; null takes a condition back, and the first page is shown. */
export function ask(changes: Record<string, string | null>): void {
  openHere({ ...changes, page: null }, { replace: true })
}

/** A query without what was not asked. */
export function withUnit<T extends object>(unitId: string | null, query: T): T & { unitId?: string } {
  return unitId === null ? query : { ...query, unitId }
}

/** The years one may look at, newest first; the one shown is always among them. */
export function yearsToChoose(shown: number, known: number[] = []): number[] {
  const now = Number(today().slice(0, 4))
  return [...new Set([shown, now - 1, now, now + 1, ...known])].toSorted((a, b) => b - a)
}
