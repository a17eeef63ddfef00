import type { Duty } from '../packs/schema/duty.ts'
import type { Counted } from './events.ts'
import { lacking, type Candidate } from './fits.ts'

/** A linked record with all its versions, oldest first, and when each file now attached was received. Moments are ISO texts. */
export interface LinkedRecord {
  versions: (Omit<Candidate, 'evidence'> & { recordedAt: string })[]
  evidenceAt: string[]
}

export interface LinkedReport {
  issuedOn: string
  issuedAt: string
}

/** What counts: the day it stands for and the moment the system knew that it does. */
interface Counting {
  on: string
  at: string
}

/**
 * What the linked records of a task come to. A duty to report upward also needs its issued report, counted with its
 * receipts. The day is that of the last one needed; the moment is when the system knew of as many as are needed, by what
 * was recorded and not by who linked it: work recorded in time is in time.
 */
export function countLinked(
  satisfied: Duty['satisfied'],
  task: { periodFrom: string; periodTo: string; dueOn: string; needed: number },
  linked: { records: LinkedRecord[]; reports: LinkedReport[] },
): Counted {
  const records = linked.records.flatMap((record) => countingOf(satisfied, task, record) ?? [])
  if (satisfied?.report === undefined) return totalOf(records, task.needed)
  const needed = reportsAmong(satisfied, task.needed)
  const reports = linked.reports.map(({ issuedOn, issuedAt }) => ({ on: issuedOn, at: issuedAt }))
  return totalOf([...firstOf(reports, needed), ...firstOf(records, task.needed - needed)], task.needed)
}

/** How many records, and reports where the duty is closed by one, a task needs. */
export function neededFor(satisfied: Duty['satisfied'], times: number): number {
  if (satisfied === undefined) return times
  return times * (satisfied.records + (satisfied.report === undefined ? 0 : 1))
}

function reportsAmong({ records }: { records: number }, needed: number): number {
  return Math.round(needed / (records + 1))
}

function countingOf(satisfied: Duty['satisfied'], task: { periodFrom: string; periodTo: string; dueOn: string }, { versions, evidenceAt }: LinkedRecord): Counting | null {
  const current = versions.at(-1)
  if (current === undefined || lacking(satisfied, task, { ...current, evidence: evidenceAt.length }) !== null) return null
  const enough = satisfied?.evidence ?? 0
  const fits = (version: LinkedRecord['versions'][number]) => lacking(satisfied, task, { ...version, evidence: enough }) === null
  // It fits since the first of the versions that fit without a break up to now.
  const since = versions.slice(versions.findLastIndex((version) => !fits(version)) + 1)[0] ?? current
  const proven = enough === 0 ? since.recordedAt : (evidenceAt.toSorted()[enough - 1] ?? since.recordedAt)
  return { on: current.occurredOn, at: proven > since.recordedAt ? proven : since.recordedAt }
}

function firstOf(counting: Counting[], most: number): Counting[] {
  return counting.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(0, most)
}

function totalOf(counting: Counting[], needed: number): Counted {
  const last = counting.map(({ on }) => on).toSorted()[needed - 1]
  const known = counting.map(({ at }) => at).toSorted()[needed - 1]
  return { done: counting.length, doneOn: last ?? null, doneAt: known ?? null }
}
