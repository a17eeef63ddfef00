import type { Reader } from '../../../platform/database/database.ts'
import { Conflict, Invalid } from '../../../platform/errors.ts'
import { checkpointOf } from '../../../platform/events/checkpoint.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { FigureRequest } from '../../metrics/figure.ts'
import { parsePeriod } from '../../metrics/period.ts'
import { unitTree } from '../../org/tree.ts'
import { liveOf, type Live } from '../live.ts'
import type { Office } from '../office.ts'
import { askRecords } from '../questions.ts'
import { readDocument } from '../read.ts'
import { requireForReport } from '../scope.ts'
import { bindingsOf, type Draft } from './draft.ts'
import { draftOf } from './load.ts'

/** A draft that someone may read. @throws {NotFound} `no-report` */
export async function visibleDraft(db: Reader, principal: Principal, reportId: string): Promise<Draft> {
  const draft = await draftOf(db, reportId)
  await requireForReport(db, principal, 'reports:read', draft.unitId)
  return draft
}

export interface Opened {
  draft: Draft
  live: Live
  units: ReadonlyMap<string, { name: string }>
}

/** A draft with what it is worth now; an issued one as of the position at which it was issued. */
export async function openDraft(db: Reader, office: Office, principal: Principal, reportId: string, { compared = false } = {}): Promise<Opened> {
  const draft = await visibleDraft(db, principal, reportId)
  const { position } = draft.issuedAt === null ? await checkpointOf(db) : { position: draft.issuedAt - 1 }
  const live = await liveOf(db, office, draft, { position, compared })
  return { draft, live, units: (await unitTree(db, { on: parsePeriod(draft.period).to, position })).byId }
}

/** What a slot asks of the records. @throws {Invalid} `unknown-slot`; {Conflict} `no-figure` where it asks nothing */
export async function slotRequest(db: Reader, { files, catalogue }: Office, draft: Draft, number: number): Promise<{ request: FigureRequest; position: number }> {
  const slot = draft.slots[number - 1]
  const binding = bindingsOf(draft)[number - 1]
  if (slot === undefined || binding === undefined) throw new Invalid('unknown-slot', `报告里没有第 ${number} 个填空，共 ${draft.slots.length} 个。`, { slot: number })
  const document = await readDocument(files, draft.document)
  const { position } = await checkpointOf(db)
  const { slots, ownYear, period, unitId } = draft
  const { requests } = await askRecords(db, { catalogue, read: { document, slots, ownYear }, slots: [slot], bindings: [binding], period, unitId, position })
  const [request] = requests
  if (request === null || request === undefined) throw new Conflict('no-figure', `第 ${number} 个填空没有绑定指标，也就没有记录。`, { slot: number })
  return { request, position }
}
