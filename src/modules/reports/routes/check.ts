import { route, type Route } from '../../../platform/http/server.ts'
import { checkAgainstRecords, checkWithin } from '../check.ts'
import { check } from '../checks/keep.ts'
import { checkList, checkOf } from '../checks/read.ts'
import { checkReport, keepCheck, listChecks, readCheck } from '../contract/check.ts'
import { readStoredReport } from '../read.ts'
import { officeOf, type Surroundings } from './surroundings.ts'

export function checkRoutes(surroundings: Surroundings): Route[] {
  const { database, files, catalogue } = surroundings
  return [
    route(checkReport, async ({ body, principal }) => {
      const read = await readStoredReport(files, body.report, catalogue())
      if (!body.ledger) return { claims: checkWithin(read) }
      return { claims: await database.read(principal.tenantId, (db) => checkAgainstRecords(db, officeOf(surroundings), read, body)) }
    }),
    route(keepCheck, async ({ body, principal }) => check(officeOf(surroundings), principal, body)),
    route(listChecks, async ({ query, principal }) => database.read(principal.tenantId, (db) => checkList(db, principal, query))),
    route(readCheck, async ({ params, principal }) => database.read(principal.tenantId, (db) => checkOf(db, files, principal, params.checkId))),
  ]
}
