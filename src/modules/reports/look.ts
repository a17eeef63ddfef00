import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import type { Principal } from '../../platform/http/server.ts'
import { unitTree } from '../org/tree.ts'
import { coversReport, reportScope } from './scope.ts'
import type { lookAtReport } from './contract/reading.ts'
import type { ReadReport } from './read.ts'
import { likelyPeriod, likelyUnit } from './rules/guess.ts'

/** What a dropped report is, and the unit and period that the next one is probably for. */
export async function look(db: Reader, principal: Principal, read: ReadReport, today: string): Promise<z.output<typeof lookAtReport.reply>> {
  const figures = read.slots.filter(({ kind }) => kind === 'figure')
  const missing = figures.filter(({ filled }) => !filled).length
  const { byId } = await unitTree(db, { on: today })
  const scope = await reportScope(db, principal, 'reports:fill')
  const units = [...byId.values()].filter(({ unitId }) => coversReport(scope, unitId)).map(({ unitId, name }) => ({ unitId, name }))
  return {
    title: read.title, paragraphs: read.document.paragraphs.length, ownYear: read.ownYear,
    period: likelyPeriod({ title: read.title, ownYear: read.ownYear, standing: figures.length - missing, missing }),
    unit: likelyUnit(read.title, units),
    figures: figures.length, missing,
    bound: figures.filter(({ metric }) => metric !== null).length,
    proposed: figures.filter(({ proposal }) => proposal !== null).length,
  }
}
