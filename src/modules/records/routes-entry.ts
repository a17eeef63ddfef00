import { readSentence as read } from '../../engine/sentence/read.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { route, type Principal, type Route } from '../../platform/http/server.ts'
import { requireForUnit } from '../access/scope.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import * as actions from './actions.ts'
import { enterRecords, findSimilar, readDesk, readKindForm, readSentence } from './contract/entry.ts'
import { attachEvidence, detachEvidence, readEvidence } from './contract/evidence.ts'
import { correctRecord, moveRecord, readRecord, voidRecord } from './contract/record.ts'
import { deskOf, kindForm } from './entry/desk.ts'
import { enterAll } from './entry/enter.ts'
import { readableRecord, recordDetail } from './entry/record-detail.ts'
import { sentenceLexicon } from './entry/sentence-lexicon.ts'
import { similarRecords } from './entry/similar.ts'
import * as evidence from './evidence/actions.ts'
import { shownFile, weighed } from './evidence/file.ts'
import { moveRecord as move } from './move.ts'

interface Surroundings {
  database: Database
  files: FileStore
  catalogue: () => Catalogue
}

/** Entering, correcting and voiding records, their workflow and their evidence. */
export function recordEntryRoutes({ database, files, catalogue }: Surroundings): Route[] {
  const today = () => dayOf(database.clock.now())
  const write = <T>({ tenantId, name }: Principal, verb: (tx: Tx) => Promise<T>) => database.write({ tenantId, actor: name }, verb)
  return [
    route(readDesk, async ({ principal }) => database.read(principal.tenantId, (db) => deskOf(db, principal, catalogue(), today()))),
    route(readKindForm, async ({ params }) => kindForm(catalogue(), params.kind)),
    route(readSentence, async ({ body, principal }) => {
      const { units } = await database.read(principal.tenantId, (db) => deskOf(db, principal, catalogue(), today()))
      return read(body.text, { ...sentenceLexicon(catalogue()), units }, { today: today(), kind: body.kind })
    }),
    route(enterRecords, async ({ body, principal }) => enterAll(database, principal, catalogue(), body.records)),
    route(findSimilar, async ({ body, principal }) =>
      database.read(principal.tenantId, async (db) => {
        await requireForUnit(db, principal, 'records:enter', body.unitId)
        return { records: await similarRecords(db, body) }
      }),
    ),
    route(readRecord, async ({ params, principal }) =>
      database.read(principal.tenantId, (db) => recordDetail(db, principal, catalogue(), params.recordId)),
    ),
    route(correctRecord, async ({ params, body, principal }) =>
      write(principal, async (tx) => {
        await requireFor(tx, principal, 'records:enter', params.recordId)
        if (body.unitId !== undefined) await requireForUnit(tx, principal, 'records:enter', body.unitId)
        const { unitId, ...correction } = body
        return actions.correctRecord(tx, catalogue(), { ...params, ...correction, ...(unitId === undefined ? {} : { unitId }) })
      }),
    ),
    route(voidRecord, async ({ params, body, principal }) =>
      write(principal, async (tx) => {
        await requireFor(tx, principal, 'records:enter', params.recordId)
        return actions.voidRecord(tx, { ...params, ...body })
      }),
    ),
    route(moveRecord, async ({ params, body, principal }) =>
      write(principal, async (tx) => {
        const record = await readableRecord(tx, principal, params.recordId)
        const verb = catalogue().kinds.get(record.kind)?.workflow?.verbs[body.verb]
        await requireForUnit(tx, principal, verb?.permission ?? 'records:enter', record.unitId)
        return move(tx, catalogue(), { ...params, ...body })
      }),
    ),
    route(attachEvidence, async ({ params, body, principal }) => {
      const weight = await weighed(files, body.file)
      return write(principal, async (tx) => {
        await requireFor(tx, principal, 'records:enter', params.recordId)
        return evidence.attachEvidence(tx, { ...params, ...body.file, ...weight, standsFor: body.standsFor })
      })
    }),
    route(detachEvidence, async ({ params, body, principal }) =>
      write(principal, async (tx) => {
        await requireFor(tx, principal, 'records:enter', params.recordId)
        await evidence.detachEvidence(tx, { ...params, ...body })
        return { detached: true }
      }),
    ),
    route(readEvidence, async ({ params, principal }) => {
      const found = await database.read(principal.tenantId, async (db) => {
        await readableRecord(db, principal, params.recordId)
        return evidence.evidenceNamed(db, params)
      })
      return shownFile(files, found)
    }),
  ]
}

async function requireFor(tx: Tx, principal: Principal, permission: 'records:enter' | 'records:review', recordId: string): Promise<void> {
  const record = await readableRecord(tx, principal, recordId)
  await requireForUnit(tx, principal, permission, record.unitId)
}
