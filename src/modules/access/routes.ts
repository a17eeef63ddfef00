import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Route } from '../../platform/http/server.ts'
import { accountRoutes } from './routes/accounts.ts'
import { sessionRoutes } from './routes/session.ts'

export function accessRoutes(surroundings: { database: Database; clock: Clock; tenantId: number; demo: boolean; version: string }): Route[] {
  return [...sessionRoutes(surroundings), ...accountRoutes(surroundings)]
}
