import type { Database, Reader } from '../database/database.ts'
import { NotAllowed } from '../errors.ts'
import { route, type Principal, type Route } from '../http/server.ts'
import { checkpointOf } from './checkpoint.ts'
import { exportEvents, listEvents, readEvent } from './contract.ts'
import { eventsAsCsv } from './export.ts'
import { eventAt, eventView, eventsBelow } from './queries.ts'

interface Surroundings {
  database: Database
  /** Whether somebody may read the log of the whole body: the log knows no units. */
  readsWhole(db: Reader, principal: Principal): Promise<boolean>
}

export function logRoutes({ database, readsWhole }: Surroundings): Route[] {
  const reading = <T>(principal: Principal, run: (db: Reader) => Promise<T>) =>
    database.read(principal.tenantId, async (db) => {
      if (!(await readsWhole(db, principal))) {
        throw new NotAllowed('not-for-whole-body', '日志记的是全单位的事，角色覆盖全单位的人才能查看。需要时请联系管理员。')
      }
      return run(db)
    })
  return [
    route(listEvents, ({ query: { below, limit, ...filters }, principal }) =>
      reading(principal, async (db) => {
        const checkpoint = await checkpointOf(db)
        const { rows, next } = await eventsBelow(db, filters, { below: below ?? checkpoint.position + 1, limit })
        return { events: rows.map(eventView), next, checkpoint }
      }),
    ),
    route(readEvent, ({ params, principal }) => reading(principal, (db) => eventAt(db, params.position))),
    route(exportEvents, ({ query, principal }) =>
      reading(principal, async (db) => eventsAsCsv(db, query, (await checkpointOf(db)).position)),
    ),
  ]
}
