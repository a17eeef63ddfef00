import type { Database } from '../../platform/database/database.ts'
import { verifyAccessLog } from '../../platform/events/access-log.ts'
import { verifyLog } from '../../platform/events/contract.ts'
import { route } from '../../platform/http/server.ts'
import type { Route } from '../../platform/http/server.ts'
import { verify } from './verify.ts'

export function verificationRoutes({ database }: { database: Database }): Route[] {
  return [
    route(verifyLog, async ({ principal }) => {
      const { events, versions, checkpoint, broken } = await verify(database, principal.tenantId)
      const accessBroken = broken === null ? await verifyAccessLog(database, principal.tenantId) : null
      const found = accessBroken === null ? broken : { position: null, reason: `访问日志的第 ${accessBroken} 条已被改动` }
      return { sound: found === null, events, versions, checkpoint, broken: found }
    }),
  ]
}
