import type { Route } from '../../platform/http/server.ts'
import type { OrgSurroundings } from './guard.ts'
import { peopleRoutes } from './routes/people.ts'
import { unitRoutes } from './routes/units.ts'

export function orgRoutes(surroundings: OrgSurroundings): Route[] {
  return [...unitRoutes(surroundings), ...peopleRoutes(surroundings)]
}
