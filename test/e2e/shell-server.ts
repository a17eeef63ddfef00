import fastifyStatic from '@fastify/static'
import { readSession, signIn } from '../../src/modules/access/contract.ts'
import { readWorkbench } from '../../src/modules/duties/contract/overview.ts'
import { listUnits } from '../../src/modules/org/contract.ts'
import { readCatalogue } from '../../src/modules/packs/contract.ts'
import { listKinds, searchRecords } from '../../src/modules/records/contract/list.ts'
import { listReports } from '../../src/modules/reports/contract.ts'
import { listEvents, readEvent, readStatus } from '../../src/platform/events/contract.ts'
import { NotAllowed } from '../../src/platform/errors.ts'
import { createServer, route, type Principal } from '../../src/platform/http/server.ts'
import { cancelJob, listJobs } from '../../src/platform/jobs/contract.ts'
import { eventsBelow, everyEvent, head } from './fixture-events.ts'
import { runningJob, session, units } from './fixture-session.ts'
import { triedPages } from './tried-pages.ts'

const somebody: Principal = { name: 'chenjing', tenantId: 1, accountId: session.account?.accountId ?? null, grants: [{ role: 'administrator', unitId: null }] }

/** To be changed between steps. */
interface State {
  /** Whether the session has run out; signing in with the password 对 renews it. */
  expired: boolean
  /** Whether a job is running. */
  working: boolean
}

export interface ShellServer {
  url: string
  state: State
  stop(): Promise<void>
}

/** Serves the built pages and invented answers through the real contracts, so that the shell is tried without a database. */
export async function startShellServer({ port = 0 } = {}): Promise<ShellServer> {
  const state = { expired: false, working: false }
  const access = { identify: async () => somebody, require: () => somebody }
  const server = createServer(access, routesOf(state), () => undefined)
  server.register(fastifyStatic, { root: await triedPages() })
  server.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/') ? reply.status(404).send({ code: 'no-such-address', message: '没有这个地址' }) : reply.sendFile('index.html'),
  )
  return { url: await server.listen({ host: '127.0.0.1', port }), state, stop: () => server.close() }
}

function routesOf(state: State) {
  return [
    route(readSession, async () => session),
    route(signIn, async ({ body }) => {
      if (body.password !== '对') throw new NotAllowed('wrong-password', '账户或密码不对。')
      state.expired = false
      return { mustChangePassword: false }
    }),
    route(readStatus, async () => ({ version: session.version, demo: true, tenant: session.tenant, checkpoint: head })),
    route(listUnits, async () => ({ on: '2026-11-25', units })),
    route(listKinds, async () => ({ year: 2026, kinds: [{ kind: 'meeting', title: '会议', en: 'Meetings', pack: 'common', packTitle: '通用', thisYear: 12, lastOccurredOn: null }] })),
    route(searchRecords, async () => ({ records: [], searchBehind: 0 })),
    route(readWorkbench, async () => ({
      today: '2026-11-25', mine: false, late: [], dueIn7: [], dueIn30: [], approvals: [], changes: [],
      counts: { late: 0, dueIn7: 0, dueIn30: 0, approvals: 0, vacant: 0, proposals: 0 },
    })),
    route(listReports, async () => ({ total: 0, periods: [], units: [], reports: [] })),
    route(readCatalogue, async () => ({ kinds: [], metrics: [], vocabularies: [] })),
    route(listJobs, async () => ({ jobs: state.working ? [runningJob] : [] })),
    route(cancelJob, async () => {
      state.working = false
      return { ...runningJob, state: 'cancelled' as const, finishedAt: runningJob.startedAt }
    }),
    route(listEvents, async ({ query }) => {
      if (state.expired) throw new NotAllowed('session-expired', '登录已过期')
      return { ...eventsBelow(query), checkpoint: head }
    }),
    route(readEvent, async ({ params }) => everyEvent(params.position)),
  ]
}
