import type { Database } from '../../platform/database/database.ts'
import { verifyLog } from '../../platform/events/contract.ts'
import { route } from '../../platform/http/server.ts'
import type { Route } from '../../platform/http/server.ts'
import { verify } from './verify.ts'

export function verificationRoutes({ database }: { database: Database }): Route[] {
  return [
    route(verifyLog, async ({ principal }) => {
      const { events, versions, checkpoint, broken } = await verify(database, principal.tenantId)
      return { sound: broken === null, events, versions, checkpoint, broken }
    }),
  ]
}
