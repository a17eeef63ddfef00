import { checkpointOf } from './platform/events/checkpoint.ts'
import { readStatus } from './platform/events/contract.ts'
import { route, type Route } from './platform/http/server.ts'
import type { Surroundings } from './app.ts'
import { version } from './version.ts'

export function statusRoutes({ database, demo }: Surroundings): Route[] {
  return [
    route(readStatus, async ({ principal }) =>
      database.read(principal.tenantId, async (db) => ({
        version,
        demo,
        tenant: (await db.selectFrom('tenants').select('name').where('tenant_id', '=', principal.tenantId).executeTakeFirstOrThrow()).name,
        checkpoint: await checkpointOf(db),
      })),
    ),
  ]
}
