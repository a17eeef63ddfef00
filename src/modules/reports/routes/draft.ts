import type { Tx } from '../../../platform/database/database.ts'
import { Conflict } from '../../../platform/errors.ts'
import { checkpointOf } from '../../../platform/events/checkpoint.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import { accept } from '../actions/accept.ts'
import { beginDraft, keepDraft } from '../actions/draft.ts'
import { rebind } from '../actions/rebind.ts'
import { recordsBehind } from '../behind.ts'
import { acceptProposal, downloadDraft, draftReport, evaluateBinding, readDraft, readSlotRecords, rebindSlots } from '../contract/draft.ts'
import { openDraft, slotRequest, visibleDraft } from '../draft/open.ts'
import { draftWord } from '../draft-word.ts'
import { evaluateOne } from '../evaluate.ts'
import { requireForReport } from '../scope.ts'
import { draftView } from '../view.ts'
import { officeOf, type Surroundings } from './surroundings.ts'

export function draftRoutes(surroundings: Surroundings): Route[] {
  const { database, packs, catalogue } = surroundings
  const verb = <T>({ tenantId, name }: Principal, run: (tx: Tx) => Promise<T>) => database.write({ tenantId, actor: name }, run)
  return [
    route(draftReport, async ({ body, principal }) => {
      await database.read(principal.tenantId, (db) => requireForReport(db, principal, 'reports:fill', body.unitId ?? null))
      const begun = await beginDraft(officeOf(surroundings), principal, body)
      const { reportId, version, title, slots } = await verb(principal, async (tx) => keepDraft(tx, principal, begun))
      return { reportId, version, title, slots: slots.length }
    }),
    route(readDraft, async ({ params, principal }) =>
      database.read(principal.tenantId, async (db) => {
        const opened = await openDraft(db, officeOf(surroundings), principal, params.reportId, { compared: true })
        return draftView({ catalogue: catalogue(), ...opened })
      }),
    ),
    route(rebindSlots, async ({ params, body, principal }) => {
      const { version } = await inTurn(() => verb(principal, (tx) => rebind(tx, catalogue(), principal, params.reportId, body)))
      return { version, slots: body.slots.length, sentences: body.sentences.length }
    }),
    route(evaluateBinding, async ({ params, body, principal }) =>
      database.read(principal.tenantId, async (db) => evaluateOne(db, officeOf(surroundings), await visibleDraft(db, principal, params.reportId), body)),
    ),
    route(readSlotRecords, async ({ params, query, principal }) =>
      database.read(principal.tenantId, async (db) => {
        const draft = await visibleDraft(db, principal, params.reportId)
        const { request, position } = await slotRequest(db, officeOf(surroundings), draft, params.slot)
        return recordsBehind(db, catalogue(), request, { position, ...query })
      }),
    ),
    route(acceptProposal, async ({ params, body, principal }) => {
      const accepted = await inTurn(() => verb(principal, (tx) => accept(tx, packs, principal, params.reportId, body)))
      await packs.renew()
      return accepted
    }),
    route(downloadDraft, async ({ params, query, principal }) =>
      database.read(principal.tenantId, async (db) => {
        const opened = await openDraft(db, officeOf(surroundings), principal, params.reportId)
        return draftWord(db, catalogue(), opened, { annex: query.annex, checkpoint: await checkpointOf(db) })
      }),
    ),
  ]
}

const mostTurns = 4

/** Somebody was faster with another slot of the same draft: what was decided is decided again on what is there now. */
async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof Conflict) || error.code !== 'report-moved' || turn === mostTurns) throw error
    }
  }
}
