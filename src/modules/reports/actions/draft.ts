import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { parsePeriod } from '../../metrics/period.ts'
import { unitTree } from '../../org/tree.ts'
import type { draftReport } from '../contract/draft.ts'
import { appendStep } from '../draft/append-step.ts'
import type { Draft, Drafted } from '../draft/draft.ts'
import { yearOf } from '../live.ts'
import type { Office, Worker } from '../office.ts'
import { readForm, readStoredReport, type FileRef, type ReadReport } from '../read.ts'
import { movedTitle } from '../rules/moved-title.ts'

type Order = z.output<typeof draftReport.body>

/**
 * Reads an earlier report or a form and says what a draft from it would be; nothing is kept but the form's document.
 *
 * @throws {Invalid} for a file that is no report or a period that is none; {NotFound} for an unknown unit
 */
export async function beginDraft({ database, files, catalogue }: Office, who: Worker, order: Order): Promise<Draft> {
  const { to } = parsePeriod(order.period)
  const unitId = order.unitId ?? null
  const unit = await database.read(who.tenantId, (db) => unitName(db, unitId, to))
  const { read, document } = await sourceOf(order.report, { files, catalogue })
  const drafted: Drafted = {
    reportId: randomUUID(), title: movedTitle(read, yearOf(order.period)), period: order.period, unitId, unit,
    source: order.report, document, ownYear: read.ownYear, round: order.round, slots: read.slots,
  }
  return {
    ...drafted, version: 0, state: 'draft', draftedAt: null, issuedAt: null, settled: new Map(),
    changed: { by: who.name, at: database.clock.now(), step: 'drafted' },
  }
}

/** Keeps a draft that was begun. */
export function keepDraft(tx: Tx, who: Worker, begun: Draft): Draft {
  const { reportId, title, period, unitId, unit, source, document, ownYear, round, slots } = begun
  const content: Drafted = { reportId, title, period, unitId, unit, source, document, ownYear, round, slots }
  return appendStep(tx, who, begun, { step: 'drafted', state: 'draft', content })
}

async function sourceOf(report: Order['report'], { files, catalogue }: Pick<Office, 'files' | 'catalogue'>): Promise<{ read: ReadReport; document: FileRef }> {
  if (!('form' in report)) return { read: await readStoredReport(files, report, catalogue), document: report }
  const { bytes, ...read } = await readForm(report.form, catalogue)
  const { sha256 } = await files.put(Readable.from([Buffer.from(bytes)]), Number.MAX_SAFE_INTEGER)
  return { read, document: { name: `${read.title}.docx`, sha256 } }
}

async function unitName(db: Reader, unitId: string | null, on: string): Promise<string> {
  if (unitId === null) return '全单位'
  const unit = (await unitTree(db, { on })).byId.get(unitId)
  if (unit === undefined) throw new NotFound('no-unit', '报告所属的时期里没有这个单位。', { unitId, fields: [{ field: 'unitId', message: '没有这个单位' }] })
  return unit.name
}
