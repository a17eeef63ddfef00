import { useEffect, useRef } from 'react'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { useUnitView } from '../../../../web/ui/unit-view.tsx'
import type { KindDescription } from '../../contract/list.ts'

/**
 * The address's query, into which the unit chosen in the head of the program is written: a list begins with it, follows
 * it, and its link still shows a colleague the same.
 */
export function useUnitOfView({ units }: KindDescription): URLSearchParams {
  const { query } = useAddress()
  const { unitId } = useUnitView()
  const followed = useRef<string | null | undefined>(undefined)
  const said = query.get('unit')
  useEffect(() => {
    const isFirst = followed.current === undefined
    if (followed.current === unitId) return
    followed.current = unitId
    const known = unitId === null || units.some((unit) => unit.unitId === unitId)
    if (!known || said === unitId || (isFirst && (said !== null || unitId === null))) return
    openHere({ unit: unitId, page: null }, { replace: true })
  }, [unitId, said, units])
  return query
}
