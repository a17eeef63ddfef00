import { dayOf, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { route, type Route } from '../../platform/http/server.ts'
import { listUnits } from './contract/units.ts'
import type { UnitGuard } from './guard.ts'
import { unitList } from './unit-list.ts'

export function orgRoutes({ database, clock, guard }: { database: Database; clock: Clock; guard: UnitGuard }): Route[] {
  const today = () => dayOf(clock.now())
  return [
    route(listUnits, async ({ query, principal }) =>
      database.read(principal.tenantId, async (db) => {
        const on = query.on ?? today()
        return { on, units: await unitList(db, on, await guard.unitScope(db, principal, 'org:read')) }
      }),
    ),
  ]
}
