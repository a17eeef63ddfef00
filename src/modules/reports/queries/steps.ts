import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import type { GrantedPermission } from '../../../platform/contract/endpoint.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { readSteps } from '../contract/lifecycle.ts'
import { currentVersion } from '../draft/load.ts'
import { isPreparer, preparersDoNotReview, refusedByState, type Preparer, type Verb } from '../rules/steps.ts'
import { coversReport, reportScope, requireForReport } from '../scope.ts'

type Steps = z.output<typeof readSteps.reply>

/** How far a report is, what happened to it, and what the one who asks may do next. */
export async function stepsOf(db: Reader, principal: Principal, reportId: string): Promise<Steps> {
  const now = await currentVersion(db, reportId)
  await requireForReport(db, principal, 'reports:read', now.unit_id)
  const rows = await versionsOf(db, reportId)
  const preparers = preparersAmong(rows)
  const may = async (verb: Verb, permission: GrantedPermission, further: string | null = null) => {
    const allowed = coversReport(await reportScope(db, principal, permission), now.unit_id)
    const why = now.drafted_at === null ? '这份报告没有稿件' : (refusedByState(verb, now.state) ?? (allowed ? further : '您没有这项权限'))
    return { allowed: why === null, why }
  }
  const prepared = isPreparer(principal, preparers)
  return {
    reportId, state: now.state, version: now.version, title: now.title, unit: now.unit, period: now.period,
    preparedBy: [...new Set(preparers.map(({ name }) => name))],
    steps: rows.map((row) => ({
      version: row.version, step: row.step, by: row.changed_by, at: row.changed_at.toISOString(), position: row.known_from, note: row.note,
    })),
    may: {
      edit: await may('edit', 'reports:fill'),
      submit: await may('submit', 'reports:fill'),
      return: await mayReturn(prepared, may),
      review: await may('review', 'reports:review', prepared ? preparersDoNotReview : null),
      issue: await may('issue', 'reports:issue'),
      discard: await may('discard', 'reports:fill'),
    },
  }
}

type May = (verb: Verb, permission: GrantedPermission) => Promise<{ allowed: boolean; why: string | null }>

async function mayReturn(prepared: boolean, may: May) {
  if (prepared) return may('return', 'reports:fill')
  const asReviewer = await may('return', 'reports:review')
  return asReviewer.allowed ? asReviewer : may('return', 'reports:issue')
}

/** Those who drafted, changed or submitted a report. */
export async function preparersOf(db: Reader, reportId: string): Promise<Preparer[]> {
  return preparersAmong(await versionsOf(db, reportId))
}

/** Who said last that a report was reviewed, as far as it was not given back since. */
export async function reviewerOf(db: Reader, reportId: string): Promise<string | null> {
  const last = (await versionsOf(db, reportId)).findLast(({ step }) => step === 'reviewed' || step === 'returned')
  return last?.step === 'reviewed' ? last.changed_by : null
}

type VersionRow = Awaited<ReturnType<typeof versionsOf>>[number]

function preparersAmong(rows: VersionRow[]): Preparer[] {
  return rows
    .filter(({ step }) => step === 'drafted' || step === 'rebound' || step === 'submitted')
    .map((row) => ({ account: row.changed_account, name: row.changed_by }))
}

async function versionsOf(db: Reader, reportId: string) {
  return db
    .selectFrom('report_versions')
    .select(['version', 'step', 'changed_by', 'changed_account', 'changed_at', 'known_from', 'note'])
    .where('tenant_id', '=', db.tenantId)
    .where('report_id', '=', reportId)
    .orderBy('version')
    .execute()
}
