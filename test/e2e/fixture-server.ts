import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { build } from 'vite'
import { readSession } from '../../src/modules/access/contract.ts'
import { downloadReport, listReports, readFigureRecords, readReport } from '../../src/modules/reports/contract.ts'
import { readStatus } from '../../src/platform/events/contract.ts'
import { NotFound, TaizhangError } from '../../src/platform/errors.ts'
import { createServer, route, type Access, type Principal } from '../../src/platform/http/server.ts'
import { listJobs } from '../../src/platform/jobs/contract.ts'
import { checkpoint, figureRecordsOf, reports } from './fixture-report.ts'
import { session } from './fixture-session.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Apart from the pages that the program serves, which another test may be reading. */
const pages = `${root}/dist/web-tried`
const visitor: Principal = { name: 'visitor', tenantId: 1, accountId: null, grants: [{ role: 'inspector', unitId: null }] }
const access: Access = {
  identify: async () => visitor,
  require: (principal) => principal ?? visitor,
}

/** How many reports there are, and whether reading records fails; to be changed between steps. */
interface State {
  reports: number
  recordsFail: boolean
}

export interface FixtureServer {
  url: string
  state: State
  stop(): Promise<void>
}

/** Serves the built pages and invented answers through the real contract, so that a page is tried without a database. */
export async function startFixtureServer({ port = 0 } = {}): Promise<FixtureServer> {
  const state = { reports: 1, recordsFail: false }
  const server = createServer(access, routesOf(state), () => undefined)
  await build({ configFile: `${root}/vite.config.ts`, logLevel: 'error', build: { outDir: pages } })
  server.register(fastifyStatic, { root: pages })
  server.setNotFoundHandler((_request, reply) => reply.sendFile('index.html'))
  return { url: await server.listen({ host: '127.0.0.1', port }), state, stop: () => server.close() }
}

function routesOf(state: State) {
  const find = (reportId: string) => {
    const found = reports.slice(0, state.reports).find((report) => report.reportId === reportId)
    if (found === undefined) throw new NotFound('no-such-report', '没有这份报告')
    return found
  }
  return [
    route(readStatus, async () => ({ version: '0.1.0', demo: true, tenant: '云江市交通运输局（虚构）', checkpoint })),
    route(readSession, async () => session),
    route(listJobs, async () => ({ jobs: [] })),
    route(listReports, async ({ query: { limit, offset } }) => {
      const made = reports.slice(0, state.reports)
      const shown = made.slice(offset, offset + limit)
      return { total: made.length, reports: shown.map((report) => ({ ...report, figures: report.figures.length, open: report.open.length })) }
    }),
    route(readReport, async ({ params }) => find(params.reportId)),
    route(downloadReport, async ({ params }) => new TextEncoder().encode(find(params.reportId).title)),
    route(readFigureRecords, async ({ params, query }) => {
      if (state.recordsFail) throw new TaizhangError('records-away', '记录暂时读不到，请稍后再试。')
      return figureRecordsOf(find(params.reportId), params.number, query)
    }),
  ]
}
