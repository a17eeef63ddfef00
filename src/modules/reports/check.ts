import { checkArithmetic } from '../../engine/claims/checks.ts'
import { namedDocuments } from '../../engine/claims/named-documents.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Invalid } from '../../platform/errors.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { unitTree } from '../org/tree.ts'
import { parsePeriod } from '../metrics/period.ts'
import type { ClaimView } from './contract/check.ts'
import type { Office } from './office.ts'
import { askRecords } from './questions.ts'
import type { ReadReport } from './read.ts'
import { compareFigure } from './rules/compare.ts'
import { unitNamed } from './unit-named.ts'

type Claim = z.output<typeof ClaimView>

/**
 * Every standing figure and named document of a report held against the records, and its figures against each other.
 *
 * @throws {Invalid} where neither report nor question says the year; {NotFound} for an unknown unit
 */
export async function checkAgainstRecords(
  db: Reader,
  { catalogue }: Office,
  read: ReadReport,
  asked: { period?: string | undefined; unit?: string | undefined; unitId?: string | null },
): Promise<Claim[]> {
  const period = asked.period ?? (read.ownYear === null ? undefined : String(read.ownYear))
  if (period === undefined) throw new Invalid('period-missing', '报告里没有写明年份，请说明报告所述的时期，例如 2026')
  const { position } = await checkpointOf(db)
  const { to } = parsePeriod(period)
  const unitId = asked.unit === undefined ? (asked.unitId ?? null) : unitNamed(asked.unit, (await unitTree(db, { on: to, position })).byId)
  const standing = read.slots.filter((slot) => slot.kind === 'figure' && slot.filled)
  const { figures, answers } = await askRecords(db, { catalogue, read, slots: standing, period, unitId, position })
  const textOf = new Map(read.document.paragraphs.map((paragraph) => [paragraph.line, paragraph.text]))
  const claims = standing.map((slot, index): Claim => {
    const figure = figures[index] ?? null
    const metric = figure === null ? undefined : catalogue.metrics.get(figure.metric)
    const answer = answers[index]
    const known = {
      value: figure?.value ?? null, measure: metric?.measures[0] ?? '', digits: metric?.digits ?? 0, how: figure?.how ?? '',
      gap: figure?.gap ?? (answer?.answer === 'none' ? answer.reason : null),
    }
    const { line, column, length, text } = slot
    return { line, column, length, text, ...compareFigure(slot, textOf.get(line) ?? '', known) }
  })
  return [...claims, ...(await checkDocuments(db, read)), ...checkWithin(read)].sort((a, b) => a.line - b.line || a.column - b.column)
}

/** What the text says about itself: parts and totals, shares, rates, changes, the same figure stated twice. */
export function checkWithin(read: ReadReport): Claim[] {
  return checkArithmetic(read.document.paragraphs, read.slots)
}

async function checkDocuments(db: Reader, read: ReadReport): Promise<Claim[]> {
  const named = namedDocuments(read.document.paragraphs)
  const titles = await titlesNaming(db, [...new Set(named.map(({ title }) => title))])
  return named.map(({ line, column, length, text, title }): Claim => {
    const found = titles.get(title) ?? []
    return {
      line, column, length, text,
      verdict: found.length > 0 ? 'evidenced' : 'unsupported',
      expected: found[0] ?? null,
      reason: found.length > 0 ? `台账中有：${found.join('、')}` : `台账中没有名称含“${title}”的记录`,
    }
  })
}

/**
 * For each name up to three titles of records that contain it. No index serves that under row-level security, so it
 * costs a pass over the current versions: one for all names.
 */
async function titlesNaming(db: Reader, names: string[]): Promise<Map<string, string[]>> {
  if (names.length === 0) return new Map()
  const patterns = names.map((name) => `%${name.replace(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await sql<{ name: string; titles: string[] }>`
    select name, (array_agg(distinct title collate "C"))[1:3] as titles
    from record_versions join unnest(${names}::text[], ${patterns}::text[]) as asked (name, pattern) on title like pattern
    where tenant_id = ${db.tenantId} and state = 'recorded' and ${knownAt()}
    group by name
  `.execute(db)
  return new Map(rows.map((row) => [row.name, row.titles]))
}
