import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { dayOf } from '../../../platform/clock.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { columnMap } from '../../records/columns.ts'
import { calendarIn } from '../calendar-in.ts'
import { approvedChanges } from '../changes.ts'
import { fittingConditions } from '../read/proposals.ts'
import { horizonOf, type Adoption, type Facts, type PackVersion, type Trigger, type Unit } from './facts.ts'

/** What a dispatch stands on today. `fresh` names an adoption that was just made, `proposed` is one only thought of. */
export async function readFacts(
  db: Reader, catalogue: Catalogue, today: string, { fresh, proposed }: { fresh?: string; proposed?: { pack: string; unitId: string; from: string } },
): Promise<Facts> {
  const adoptions = await adoptionsOf(db, fresh)
  if (proposed !== undefined) adoptions.push({ ...proposed, until: null, takenOnAt: Number.MAX_SAFE_INTEGER, fresh: true })
  const duties = [...catalogue.duties.values()].filter(({ pack }) => adoptions.some((adoption) => adoption.pack === pack))
  const changes = await approvedChanges(db)
  return {
    today, horizon: horizonOf(today), calendar: calendarIn(catalogue), duties, changes, adoptions,
    packs: new Map(catalogue.packs.map(({ id, version }) => [id, `${id}@${version}`])),
    packVersions: await packVersions(db, adoptions.map(({ pack }) => pack)),
    units: await unitsOf(db),
    triggers: adoptions.length === 0 ? [] : await triggersOf(db, { duties, changes, adoptions }, horizonOf(today)),
  }
}

async function adoptionsOf(db: Reader, fresh: string | undefined): Promise<Adoption[]> {
  const rows = await db
    .selectFrom('duty_adoptions as a')
    .innerJoin('duty_adoptions as first', (join) => join.onRef('first.tenant_id', '=', 'a.tenant_id').onRef('first.adoption_id', '=', 'a.adoption_id').on('first.version', '=', 1))
    .select(['a.adoption_id', 'a.pack', 'a.unit_id', 'a.from_on', 'a.until_on', 'first.known_from'])
    .where('a.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 'a'))
    .execute()
  return rows.map((row) => ({
    pack: row.pack, unitId: row.unit_id, from: row.from_on, until: dayOrNull(row.until_on), takenOnAt: row.known_from, fresh: row.adoption_id === fresh,
  }))
}

async function unitsOf(db: Reader): Promise<Map<string, Unit>> {
  const rows = await db
    .selectFrom('unit_versions')
    .select(['unit_id', 'name', 'type', 'parent_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .orderBy('valid_from')
    .execute()
  const units = new Map<string, Unit>()
  for (const row of rows) {
    const from = units.get(row.unit_id)?.from ?? row.valid_from
    units.set(row.unit_id, { unitId: row.unit_id, name: row.name, type: row.type, parentId: row.parent_id, from, until: dayOrNull(row.valid_to) })
  }
  return units
}

async function packVersions(db: Reader, packs: string[]): Promise<Map<string, PackVersion[]>> {
  const versions = new Map<string, PackVersion[]>()
  if (packs.length === 0) return versions
  const { rows } = await sql<{ pack: string; known_from: number; adopted_at: Date; paths: string[] }>`
    select pack, known_from, adopted_at, array(select path from jsonb_object_keys(files::jsonb) path where path like 'duties/%') as paths
    from pack_versions where tenant_id = ${db.tenantId} and pack = any(${packs}::text[]) order by known_from
  `.execute(db)
  for (const row of rows) {
    const duties = new Set(row.paths.map((path) => path.slice('duties/'.length).replace(/\.yaml$/, '')))
    versions.set(row.pack, [...(versions.get(row.pack) ?? []), { position: row.known_from, day: dayOf(row.adopted_at), duties }])
  }
  return versions
}

/** The records that make duties fall due, since the first day on which any pack was taken on. */
async function triggersOf(db: Reader, { duties, changes, adoptions }: Pick<Facts, 'duties' | 'changes' | 'adoptions'>, horizon: string): Promise<Trigger[]> {
  const from = adoptions.reduce((least, adoption) => (adoption.from < least ? adoption.from : least), horizon)
  const triggers: Trigger[] = []
  for (const duty of duties) {
    const changed = changes.flatMap(({ duty: id, content }) => (id === duty.id && content?.cadence !== undefined ? [content.cadence] : []))
    for (const cadence of [duty.cadence, ...changed]) {
      if (cadence.type !== 'event') continue
      const conditions = fittingConditions(db, cadence, await columnMap(db, cadence.kind), { from, to: horizon })
      const { rows } = await sql<{ record_id: string; unit_id: string; occurred_on: string }>`
        select record_id, unit_id, occurred_on from record_versions where ${sql.join(conditions, sql` and `)} order by occurred_on, record_id
      `.execute(db)
      const known = new Set(triggers.filter((trigger) => trigger.duty === duty.id).map(({ recordId }) => recordId))
      for (const row of rows) if (!known.has(row.record_id)) triggers.push({ duty: duty.id, recordId: row.record_id, unitId: row.unit_id, occurredOn: row.occurred_on })
    }
  }
  return triggers
}

function dayOrNull(day: string): string | null {
  return day === 'infinity' ? null : day
}
