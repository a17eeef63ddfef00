import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Conflict } from '../../../platform/errors.ts'
import { Recent } from '../recent.ts'
import { noReport } from '../scope.ts'
import type { Draft, Drafted, SetContent, Settled } from './draft.ts'

/** Where a report stands now. @throws {NotFound} `no-report` */
export async function currentVersion(db: Reader, reportId: string) {
  const row = await db
    .selectFrom('report_versions')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where('report_id', '=', reportId)
    .where(knownAt())
    .executeTakeFirst()
  if (row === undefined) throw noReport()
  return row
}

/**
 * A report with everything that was set in it.
 *
 * @throws {NotFound} `no-report`; {Conflict} `never-drafted` for one that was made before there were drafts
 */
export async function draftOf(db: Reader, reportId: string): Promise<Draft> {
  const row = await currentVersion(db, reportId)
  if (row.drafted_at === null) throw new Conflict('never-drafted', '这份报告是一步生成的旧报告，没有稿件可看；请打开报告本身。', { reportId })
  const drafted = await draftedAt(db, row.drafted_at)
  return {
    ...drafted,
    version: row.version,
    state: row.state,
    draftedAt: row.drafted_at,
    issuedAt: row.issued_at,
    changed: { by: row.changed_by, at: row.changed_at, step: row.step },
    settled: await settledOf(db, reportId),
  }
}

const lastDrafted = new Recent<Drafted>(12)

/** What the event of a first draft says; it never changes, so the last ones read are kept. */
async function draftedAt(db: Reader, position: number): Promise<Drafted> {
  const key = `${db.tenantId} ${position}`
  const known = lastDrafted.get(key)
  if (known !== undefined) return known
  const content = (await contentAt(db, position)) as Drafted
  lastDrafted.set(key, content)
  return content
}

/** The content of the event at a position. */
export async function contentAt(db: Reader, position: number): Promise<unknown> {
  const row = await db
    .selectFrom('events')
    .select('payload')
    .where('tenant_id', '=', db.tenantId)
    .where('position', '=', position)
    .executeTakeFirst()
  if (row === undefined) throw noReport()
  return (JSON.parse(row.payload.toString('utf8')) as { content: unknown }).content
}

async function settledOf(db: Reader, reportId: string): Promise<Map<string, Settled<SetContent>>> {
  const rows = await db
    .selectFrom('report_bindings')
    .select(['place', 'content', 'set_by', 'set_at', 'version'])
    .where('tenant_id', '=', db.tenantId)
    .where('report_id', '=', reportId)
    .where(knownAt())
    .execute()
  return new Map(
    rows.map((row) => [row.place, { content: JSON.parse(row.content) as SetContent, by: row.set_by, at: row.set_at, version: row.version }]),
  )
}
