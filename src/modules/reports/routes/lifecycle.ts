import type { Tx } from '../../../platform/database/database.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import { issue } from '../actions/issue.ts'
import { discard, giveBack, review, submit } from '../actions/lifecycle.ts'
import { discardReport, issueReport, listReports, readSteps, returnReport, reviewReport, submitReport } from '../contract/lifecycle.ts'
import type { Draft } from '../draft/draft.ts'
import { reportList } from '../queries/list.ts'
import { stepsOf } from '../queries/steps.ts'
import { officeOf, type Surroundings } from './surroundings.ts'

export function lifecycleRoutes(surroundings: Surroundings): Route[] {
  const { database } = surroundings
  const verb = async ({ tenantId, name }: Principal, run: (tx: Tx) => Promise<Draft>) => moved(await database.write({ tenantId, actor: name }, run))
  return [
    route(listReports, async ({ query, principal }) => database.read(principal.tenantId, (db) => reportList(db, principal, query))),
    route(readSteps, async ({ params, principal }) => database.read(principal.tenantId, (db) => stepsOf(db, principal, params.reportId))),
    route(submitReport, async ({ params, body, principal }) => verb(principal, (tx) => submit(tx, principal, params.reportId, body))),
    route(returnReport, async ({ params, body, principal }) => verb(principal, (tx) => giveBack(tx, principal, params.reportId, body))),
    route(reviewReport, async ({ params, body, principal }) => verb(principal, (tx) => review(tx, principal, params.reportId, body))),
    route(discardReport, async ({ params, body, principal }) => verb(principal, (tx) => discard(tx, principal, params.reportId, body))),
    route(issueReport, async ({ params, body, principal }) => moved(await issue(officeOf(surroundings), principal, params.reportId, body))),
  ]
}

function moved({ reportId, state, version }: Draft) {
  return { reportId, state, version }
}
