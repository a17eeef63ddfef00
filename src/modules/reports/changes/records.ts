import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { readingOf, type Filter, type Plan } from '../../metrics/compile.ts'
import type { FigureRequest } from '../../metrics/figure.ts'
import { comparedBy, questionOf } from '../../metrics/question.ts'
import { meets, within } from '../../metrics/scan.ts'
import { prepare, type Prepared } from '../../metrics/tally.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { selectVersions, toVersion, type RecordVersion } from '../../records/queries.ts'
import { unitNames } from '../unit-names.ts'
import type { ChangedRecord } from '../contract/made.ts'
import { fieldDifferences } from '../rules/shown-fields.ts'

type Changed = z.output<typeof ChangedRecord>

/** Two positions of the log, the earlier one first. */
interface Between {
  from: number
  to: number
}

/** Whether a record counts at the one position and at the other. */
interface Counted {
  before: boolean
  after: boolean
}

const mostShown = 100

/** The records that a figure counts otherwise at one position than at an earlier one: the first hundred, and how many. */
export async function changedRecords(db: Reader, catalogue: Catalogue, request: FigureRequest, between: Between): Promise<{ total: number; records: Changed[] }> {
  if (between.to <= between.from) return { total: 0, records: [] }
  const question = questionOf(catalogue, request)
  const compared = comparedBy(catalogue, question)
  const sides = compared === null ? [question] : [compared.now, compared.before]
  const counted = new Map<string, Counted>()
  for (const prepared of await prepare(db, sides, between.to)) {
    if (prepared === null) continue
    for (const id of await countedOnly(db, prepared, { at: between.from, closedBy: between.to })) counted.set(id, { before: true, after: false })
    for (const id of await countedOnly(db, prepared, { at: between.to, openedAfter: between.from })) counted.set(id, { before: counted.get(id)?.before ?? false, after: true })
  }
  const ids = [...counted.keys()]
  const versions = await versionsAround(db, ids.slice(0, mostShown), between)
  const units = await unitNames(db)
  const inOrder = versions.toSorted((a, b) => a.after.knownFrom - b.after.knownFrom)
  const records = inOrder.map(({ before, after }) => changeOf(catalogue, units, { before, after, counted: counted.get(after.recordId) ?? { before: false, after: false } }))
  return { total: ids.length, records }
}

/** Records of a figure at a position whose version then was closed, or was opened, between the two positions. */
async function countedOnly(db: Reader, { scope, place, plan }: Prepared, bounds: { at: number; closedBy?: number; openedAfter?: number }): Promise<string[]> {
  const moved = bounds.closedBy === undefined ? sql<boolean>`known_from > ${bounds.openedAfter ?? 0}::bigint` : sql<boolean>`known_to <= ${bounds.closedBy}::bigint`
  const { rows } = await sql<{ record_id: string }>`
    select record_id from record_versions
    where ${within(db, { ...scope, position: bounds.at }, place.unitIds)} and ${meets(filterOf(plan))} and ${moved}
    order by occurred_on, record_id
  `.execute(db)
  return rows.map((row) => row.record_id)
}

/** What the number stands on; for the newest value only records that have one. */
function filterOf(plan: Plan): Filter {
  const { amount } = readingOf(plan)
  return plan.form === 'latest' && amount !== null ? amount.filter : plan.counted
}

async function versionsAround(db: Reader, recordIds: string[], { from, to }: Between): Promise<{ before: RecordVersion | null; after: RecordVersion }[]> {
  if (recordIds.length === 0) return []
  const of = (position: number) => selectVersions(db).where('record_id', 'in', recordIds).where(knownAt(position)).execute()
  const before = new Map((await of(from)).map((row) => [row.record_id, toVersion(row)]))
  return (await of(to)).map((row) => ({ before: before.get(row.record_id) ?? null, after: toVersion(row) }))
}

function changeOf(
  catalogue: Catalogue,
  units: ReadonlyMap<string, string>,
  { before, after, counted }: { before: RecordVersion | null; after: RecordVersion; counted: Counted },
): Changed {
  return {
    recordId: after.recordId, title: after.title, occurredOn: after.occurredOn, unit: units.get(after.unitId) ?? '',
    change: after.state === 'voided' ? 'voided' : before === null ? 'late' : 'corrected',
    counts: counted.before && counted.after ? 'still' : counted.after ? 'now' : 'no-longer',
    by: after.recordedBy, at: after.recordedAt.toISOString(),
    fields: before === null || after.state === 'voided' ? [] : fieldDifferences(catalogue, after.kind, before.fields, after.fields),
  }
}
