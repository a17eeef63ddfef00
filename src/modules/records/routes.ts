import type { Database } from '../../platform/database/database.ts'
import { verifyAccessLog } from '../../platform/events/access-log.ts'
import { startVerification, verifyLog } from '../../platform/events/contract.ts'
import { route } from '../../platform/http/server.ts'
import type { Route } from '../../platform/http/server.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { verify } from './verify.ts'

export function verificationRoutes({ database, jobs }: { database: Database; jobs: Jobs }): Route[] {
  return [
    route(verifyLog, ({ principal }) => verification(database, principal.tenantId)),
    route(startVerification, ({ body: { anchor }, principal }) =>
      jobs.start({
        type: 'log.verification',
        title: '验证日志',
        principal,
        run: ({ progress, signal }) =>
          verification(database, principal.tenantId, {
            ...(anchor === null ? {} : { anchor }),
            onProgress: ({ position, of }) => {
              signal.throwIfAborted()
              progress(position, of)
            },
          }),
      }),
    ),
  ]
}

/** Everything that was recorded, and then who read it. */
async function verification(database: Database, tenantId: number, options: Parameters<typeof verify>[2] = {}) {
  const { events, versions, checkpoint, broken } = await verify(database, tenantId, options)
  const accessBroken = broken === null ? await verifyAccessLog(database, tenantId) : null
  const found = accessBroken === null ? broken : { position: null, reason: `访问日志的第 ${accessBroken} 条已被改动` }
  return { sound: found === null, events, versions, checkpoint, broken: found }
}
