import { isDeepStrictEqual } from 'node:util'
import type { Reader } from '../../platform/database/database.ts'
import { FOREVER } from '../../platform/database/known.ts'
import { idOf, type LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../platform/events/verify.ts'
import type { ReportStateName, StepName } from './tables.ts'

type Step = Exclude<StepName, 'made'>

/** A version of a report, or what stands at a place of it, as the log says it. */
interface Replayed {
  position: number
  said: Record<string, unknown> & { to: number }
}

const stateAfter: Record<Step, ReportStateName> = {
  drafted: 'draft', rebound: 'draft', submitted: 'submitted', returned: 'draft', reviewed: 'reviewed', issued: 'issued', discarded: 'discarded',
}

/** Replays the steps of reports, and what people set in them, against the tables: who issued what is not to be rewritten there. */
export function reportsProjection(): Projection {
  const versions = new Map<string, Replayed>()
  const bindings = new Map<string, Replayed>()
  const latest = new Map<string, Replayed>()
  return {
    check: async (_db, events) => {
      for (const event of events) replay(event, { versions, bindings, latest })
      return null
    },
    finish: async (db) => firstDifference(versions, await storedVersions(db)) ?? firstDifference(bindings, await storedBindings(db)),
  }
}

function replay(event: LoggedEvent, { versions, bindings, latest }: Record<'versions' | 'bindings' | 'latest', Map<string, Replayed>>): void {
  const reportId = idOf(event, 'report')
  const step = event.envelope.type.replace(/^report\./, '')
  if (reportId === null || !isStep(step)) return
  const { position, envelope: { actor: by, recordedAt: at, content } } = event
  const { version, account, set = {} } = content as { version: number; account: string | null; set?: Record<string, unknown> }
  const before = latest.get(reportId)?.said
  const keep = (key: string, into: Map<string, Replayed>, written: string, said: Record<string, unknown>) => {
    const replayed: Replayed = { position, said: { ...said, version, from: position, to: FOREVER, by, at } }
    const standing = latest.get(key)
    if (standing !== undefined) standing.said.to = position
    latest.set(key, replayed)
    into.set(written, replayed)
  }
  keep(reportId, versions, `${reportId}/${version}`, {
    step, account, state: stateAfter[step],
    draftedAt: step === 'drafted' ? position : (before?.['draftedAt'] ?? null),
    issuedAt: step === 'issued' ? position : (before?.['issuedAt'] ?? null),
  })
  for (const [place, one] of Object.entries(set)) keep(`${reportId}/${place}`, bindings, `${reportId}/${place}/${version}`, { content: one })
}

function isStep(step: string): step is Step {
  return Object.hasOwn(stateAfter, step)
}

/** Reports made before there were drafts have one version that no step made. */
async function storedVersions(db: Reader): Promise<Map<string, Replayed['said']>> {
  const rows = await db.selectFrom('report_versions').selectAll().where('tenant_id', '=', db.tenantId).where('step', '<>', 'made').execute()
  return new Map(rows.map((row) => [`${row.report_id}/${row.version}`, {
    step: row.step, account: row.changed_account, state: row.state, draftedAt: row.drafted_at, issuedAt: row.issued_at,
    version: row.version, from: row.known_from, to: row.known_to, by: row.changed_by, at: row.changed_at.toISOString(),
  }]))
}

async function storedBindings(db: Reader): Promise<Map<string, Replayed['said']>> {
  const rows = await db.selectFrom('report_bindings').selectAll().where('tenant_id', '=', db.tenantId).execute()
  return new Map(rows.map((row) => [`${row.report_id}/${row.place}/${row.version}`, {
    content: JSON.parse(row.content) as unknown,
    version: row.version, from: row.known_from, to: row.known_to, by: row.set_by, at: row.set_at.toISOString(),
  }]))
}

function firstDifference(replayed: Map<string, Replayed>, stored: Map<string, Replayed['said']>): Break | null {
  for (const key of new Set([...replayed.keys(), ...stored.keys()])) {
    const expected = replayed.get(key)
    if (isDeepStrictEqual(expected?.said, stored.get(key))) continue
    const position = expected?.position ?? 1
    return { position, code: 'projection-differs', reason: `位置 ${position}：报告 ${key.split('/')[0] ?? ''} 的过程与日志重放的结果不一致` }
  }
  return null
}
