import type { Route } from '../../platform/http/server.ts'
import { checkRoutes } from './routes/check.ts'
import { draftRoutes } from './routes/draft.ts'
import { lifecycleRoutes } from './routes/lifecycle.ts'
import { madeRoutes } from './routes/made.ts'
import { readingRoutes } from './routes/reading.ts'
import { standingRoutes } from './routes/standing.ts'
import type { Surroundings } from './routes/surroundings.ts'

export function reportRoutes(surroundings: Surroundings): Route[] {
  return [readingRoutes, madeRoutes, checkRoutes, draftRoutes, lifecycleRoutes, standingRoutes].flatMap((routesOf) => routesOf(surroundings))
}
