import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { eventOf } from '../../platform/events/logged-event.ts'
import type { readUnit } from './contract/units.ts'
import { unitList } from './unit-list.ts'
import { postViews } from './post-views.ts'
import { unitState } from './queries.ts'
import type { UnitSlice } from './rules.ts'

type UnitPage = Omit<z.output<typeof readUnit.reply>, 'mayChange'>

/** Everything of one unit: its dated slices, its posts, and the events that made them. */
export async function unitPage(db: Reader, unitId: string, today: string): Promise<UnitPage> {
  const { version, slices } = await unitState(db, unitId)
  const present = slices.find((slice) => slice.validFrom <= today && (slice.validTo === null || slice.validTo > today)) ?? slices.at(-1)
  const names = await lastNames(db)
  const path = (await unitList(db, today, 'all')).find((unit) => unit.unitId === unitId)?.path
  return {
    unitId,
    version,
    name: present?.name ?? '',
    path: path ?? present?.name ?? '',
    slices: slices.map((slice) => sliceView(slice, names)),
    posts: await postViews(db, { unitIds: [unitId] }),
    events: await unitEvents(db, unitId, names),
  }
}

function sliceView({ validFrom, validTo, name, type, parentId, foundingDocument }: UnitSlice, names: Map<string, string>) {
  return { from: validFrom, until: validTo, name, type, parentId, parent: parentId === null ? null : (names.get(parentId) ?? ''), foundingDocument }
}

/** The last name of every unit, closed ones too. */
async function lastNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('unit_versions').select(['unit_id', 'name']).where('tenant_id', '=', db.tenantId).orderBy('known_from').orderBy('valid_from').execute()
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}

/** Read by position, which the versions name: a log of a million events has no index by subject to be read by. */
async function unitEvents(db: Reader, unitId: string, names: Map<string, string>): Promise<UnitPage['events']> {
  const versions = await db
    .selectFrom('unit_versions')
    .select(['known_from', 'known_to'])
    .where('tenant_id', '=', db.tenantId)
    .where('unit_id', '=', unitId)
    .execute()
  const positions = [...new Set(versions.flatMap((row) => [row.known_from, row.known_to]))].filter(Number.isSafeInteger)
  if (positions.length === 0) return []
  const rows = await db
    .selectFrom('events')
    .select(['position', 'payload'])
    .where('tenant_id', '=', db.tenantId)
    .where('position', 'in', positions)
    .orderBy('position', 'desc')
    .execute()
  return rows.map((row) => {
    const { envelope, position } = eventOf(row)
    const content = envelope.content as { on: string; name?: string; parentId?: string | null; foundingDocument?: string | null }
    return {
      position,
      type: envelope.type,
      actor: envelope.actor,
      recordedAt: envelope.recordedAt,
      on: content.on,
      name: content.name ?? null,
      parent: content.parentId == null ? null : (names.get(content.parentId) ?? ''),
      foundingDocument: content.foundingDocument ?? null,
    }
  })
}
