import { route, type Route } from '../../../platform/http/server.ts'
import { readStanding } from '../contract/standing.ts'
import { standingOf } from '../standing.ts'
import type { Surroundings } from './surroundings.ts'

export function standingRoutes({ database, catalogue }: Surroundings): Route[] {
  return [
    route(readStanding, async ({ params, principal }) =>
      database.read(principal.tenantId, (db) => standingOf(db, principal, catalogue(), params.recordId)),
    ),
  ]
}
