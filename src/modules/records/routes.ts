import type { Database } from '../../platform/database/database.ts'
import { verifyAccessLog } from '../../platform/events/access-log.ts'
import { startVerification, verifyLog } from '../../platform/events/contract.ts'
import { route } from '../../platform/http/server.ts'
import type { Route } from '../../platform/http/server.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { verify } from './verify.ts'

interface Surroundings {
  database: Database
  jobs: Jobs
  /** Verifies what every module of the program made of the log. */
  verifyAll: typeof verify
}

export function verificationRoutes({ database, jobs, verifyAll }: Surroundings): Route[] {
  const verification = verificationBy(database, verifyAll)
  return [
    route(verifyLog, ({ principal }) => verification(principal.tenantId)),
    route(startVerification, ({ body: { anchor }, principal }) =>
      jobs.start({
        type: 'log.verification',
        title: '验证日志',
        principal,
        run: ({ progress, signal }) =>
          verification(principal.tenantId, {
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
function verificationBy(database: Database, verifyAll: typeof verify) {
  return async (tenantId: number, options: Parameters<typeof verify>[2] = {}) => {
    const { events, versions, checkpoint, broken } = await verifyAll(database, tenantId, options)
    const accessBroken = broken === null ? await verifyAccessLog(database, tenantId) : null
    const found = accessBroken === null ? broken : { position: null, reason: `访问日志的第 ${accessBroken} 条已被改动` }
    return { sound: found === null, events, versions, checkpoint, broken: found }
  }
}
