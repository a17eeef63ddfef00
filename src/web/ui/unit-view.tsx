import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { recall, remember } from './memory.ts'
import { useSession } from './session.ts'

interface UnitView {
  /** The unit whose view is shown, with all below it; null is everything that the reader may see. */
  unitId: string | null
  choose(unitId: string | null): void
}

const UnitViewContext = createContext<UnitView>({ unitId: null, choose: () => undefined })

/** Whose view is shown: the unit chosen in the head of the program. Lists and forms begin with it. */
export function useUnitView(): UnitView {
  return use(UnitViewContext)
}

export function UnitViewProvider({ children }: { children: ReactNode }) {
  const { account } = useSession()
  const key = `taizhang.unit.${account?.accountId ?? 'visitor'}`
  const [chosen, setChosen] = useState(() => recall(key))
  const view = useMemo(
    () => ({
      unitId: chosen,
      choose: (unitId: string | null) => {
        remember(key, unitId)
        setChosen(unitId)
      },
    }),
    [chosen, key],
  )
  return <UnitViewContext value={view}>{children}</UnitViewContext>
}
