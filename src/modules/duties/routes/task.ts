import type { Tx } from '../../../platform/database/database.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import { linkMany, linkRecords, unlink } from '../actions/link.ts'
import { answerSettling, askToSettle, beginTask } from '../actions/task.ts'
import { answerSettling as answer, askToSettle as ask, beginTask as begin, linkMany as many, linkRecords as link, unlinkRecord } from '../contract/task.ts'
import type { Surroundings } from './surroundings.ts'

/** What people do with tasks. */
export function taskVerbRoutes({ database, catalogue }: Surroundings): Route[] {
  const verb = <T>(principal: Principal, run: (tx: Tx) => Promise<T>) => database.write({ tenantId: principal.tenantId, actor: principal.name }, run)
  return [
    route(link, ({ params, body, principal }) => verb(principal, (tx) => linkRecords(tx, principal, catalogue(), { ...params, ...body }))),
    route(many, ({ body, principal }) => verb(principal, (tx) => linkMany(tx, principal, catalogue(), body.links))),
    route(unlinkRecord, ({ params, body, principal }) => verb(principal, (tx) => unlink(tx, principal, catalogue(), { ...params, ...body }))),
    route(begin, ({ params, body, principal }) => verb(principal, (tx) => beginTask(tx, principal, { ...params, ...body }))),
    route(ask, ({ params, body, principal }) => verb(principal, (tx) => askToSettle(tx, principal, { ...params, ...body }))),
    route(answer, ({ params, body, principal }) => verb(principal, (tx) => answerSettling(tx, principal, { ...params, ...body }))),
  ]
}
