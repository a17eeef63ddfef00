import { openHere, useAddress } from '../../../web/ui/address.ts'
import { useUnitView } from '../../../web/ui/unit-view.tsx'

/** Whose year is looked at: as the address says, else the unit chosen in the head and the present year. */
export function useAskedYear(): { unit: string | null; year: number; isChosen: boolean } {
  const { query } = useAddress()
  const { unitId } = useUnitView()
  const asked = query.get('unit')
  const year = Number(query.get('year'))
  const isYear = Number.isInteger(year) && year >= 1990 && year <= 2198
  return { unit: asked === 'all' ? null : (asked ?? unitId), year: isYear ? year : new Date().getFullYear(), isChosen: asked !== null }
}

export function chooseUnit(unit: string | null): void {
  openHere({ unit: unit ?? 'all', page: null }, { replace: true })
}

export function chooseYear(year: number): void {
  openHere({ year: String(year), page: null }, { replace: true })
}

/** The years one may look at: this one and those before it. */
export function yearsToChoose(chosen: number): number[] {
  const now = new Date().getFullYear()
  const years = Array.from({ length: 8 }, (_, back) => now - back)
  return years.includes(chosen) ? years : [...years, chosen].toSorted((a, b) => b - a)
}
