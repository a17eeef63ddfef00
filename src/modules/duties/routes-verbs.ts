import type { Route } from '../../platform/http/server.ts'
import { adoptionRoutes } from './routes/adoption.ts'
import { changeRoutes } from './routes/change.ts'
import type { Surroundings } from './routes/surroundings.ts'
import { taskVerbRoutes } from './routes/task.ts'

/** The writing side of duties. */
export function dutyVerbRoutes(surroundings: Surroundings): Route[] {
  return [adoptionRoutes, changeRoutes, taskVerbRoutes].flatMap((routesOf) => routesOf(surroundings))
}
