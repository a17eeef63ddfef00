import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { accessRoutes } from './modules/access/routes.ts'
import { requireForParent, requireForUnit, unitScope } from './modules/access/scope.ts'
import { exchangeRoutes } from './modules/exchange/routes.ts'
import { Dispatcher } from './modules/duties/dispatch/dispatcher.ts'
import { dutyReactions } from './modules/duties/reactions.ts'
import { dutyVerbRoutes } from './modules/duties/routes-verbs.ts'
import { ruleChangeRoutes } from './modules/duties/routes/rule-changes.ts'
import { dutyReadingRoutes } from './modules/duties/routes/read.ts'
import { figureRoutes } from './modules/metrics/routes.ts'
import { Courier } from './modules/notifications/courier.ts'
import { notificationReactions } from './modules/notifications/reactions.ts'
import { notificationRoutes } from './modules/notifications/routes.ts'
import { orgRoutes } from './modules/org/routes.ts'
import { PacksInForce } from './modules/packs/in-force.ts'
import { packRoutes } from './modules/packs/routes.ts'
import { adoptCatalogue } from './modules/records/adopt.ts'
import { recordsOfKinds } from './modules/records/kinds-in-use.ts'
import { reportRoutes } from './modules/reports/routes.ts'
import { recordListRoutes } from './modules/records/routes-list.ts'
import { recordEntryRoutes } from './modules/records/routes-entry.ts'
import { verificationRoutes } from './modules/records/routes.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { NotFound } from './platform/errors.ts'
import { AccessLog } from './platform/events/access-log.ts'
import { Reactions } from './platform/events/reactions.ts'
import { logRoutes } from './platform/events/routes.ts'
import type { FileStore } from './platform/files/file-store.ts'
import { registerUpload } from './platform/files/routes.ts'
import { createServer, type Access } from './platform/http/server.ts'
import { statusOf } from './platform/http/status.ts'
import { Jobs } from './platform/jobs/jobs.ts'
import { jobRoutes } from './platform/jobs/routes.ts'
import { statusRoutes } from './status.ts'
import { version } from './version.ts'
import { verify } from './verification.ts'

export interface Surroundings {
  database: Database
  clock: Clock
  files: FileStore
  tenantId: number
  access: Access
  demo: boolean
  /** Seals passwords of channels out of the program; without it none can be kept. */
  secretKey?: string
  /** The built pages; without them only the API is served. */
  webFolder?: string
}

export type App = FastifyInstance

/** Puts the program together: the only list of its modules. */
export async function createApp(given: Surroundings): Promise<App> {
  const { access, files, webFolder } = given
  const packs = await PacksInForce.open(given, adoptCatalogue)
  const jobs = new Jobs(given.database)
  await jobs.clearInterrupted(given.tenantId)
  const dispatcher = new Dispatcher({ ...given, catalogue: packs.catalogue })
  const courier = new Courier({ ...given, catalogue: packs.catalogue })
  const surroundings = { ...given, packs, catalogue: packs.catalogue, jobs, dispatcher, courier }
  const accessLog = new AccessLog(surroundings.database)
  const recordLists = recordListRoutes({ ...surroundings, jobs })
  const routes = [
    ...statusRoutes(surroundings),
    ...accessRoutes({ ...surroundings, version }),
    ...orgRoutes({ ...surroundings, guard: { unitScope, requireForUnit, requireForParent } }),
    ...packRoutes({ ...surroundings, recordsOfKinds, afterChange: (actor) => void dispatcher.run(actor).catch(() => undefined) }),
    ...jobRoutes(surroundings),
    ...verificationRoutes({ ...surroundings, verifyAll: verify }),
    ...recordEntryRoutes(surroundings),
    ...logRoutes({ ...surroundings, readsWhole: async (db, principal) => (await unitScope(db, principal, 'log:read')) === 'all' }),
    ...recordLists.routes,
    ...dutyReadingRoutes(surroundings),
    ...ruleChangeRoutes(surroundings),
    ...dutyVerbRoutes(surroundings),
    ...figureRoutes(surroundings),
    ...exchangeRoutes(surroundings),
    ...reportRoutes(surroundings),
    ...notificationRoutes(surroundings),
  ]
  const reactions = new Reactions(given.database, given.tenantId, [...dutyReactions(surroundings), ...notificationReactions(surroundings)])
  dispatcher.start()
  courier.start()
  const app = createServer(access, routes, ({ tenantId, name }, action, subject) => accessLog.note(tenantId, { actor: name, action, subject }))
  app.addHook('onClose', async () => {
    await reactions.close()
    await dispatcher.close()
    await courier.close()
    await jobs.close()
    await recordLists.close()
    await accessLog.flush()
  })
  registerUpload(app, access, files)
  if (webFolder !== undefined) app.register(fastifyStatic, { root: webFolder })
  app.setNotFoundHandler((request, reply) => {
    if (webFolder !== undefined && request.method === 'GET' && !request.url.startsWith('/api/')) return reply.sendFile('index.html')
    const { status, body } = statusOf(new NotFound('no-such-address', `没有这个地址：${request.method} ${request.url}`))
    return reply.status(status).send(body)
  })
  await app.ready()
  return app
}
