import type { z } from 'zod'
import { describeCadence } from '../../../engine/calendar/words.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { can } from '../../access/can.ts'
import { inScope, unitScope, type UnitScope } from '../../access/scope.ts'
import { lastUnits } from '../../records/list/units.ts'
import { pathOf } from '../dispatch/facts.ts'
import { approvedChanges } from '../changes.ts'
import type { DutyView, listDuties } from '../contract/duty.ts'
import { effectiveDuty } from '../effective.ts'
import { ownersOfDuties } from '../owners.ts'
import { ownerWords, satisfiedWords } from '../satisfied-words.ts'
import { changesFor } from './changes.ts'
import { dutyWords } from './duty-words.ts'
import type { Desk } from './list.ts'
import { readableUnits, unitToShow, type UnitNames } from './units.ts'

type DutyList = z.output<typeof listDuties.reply>
interface Adoption {
  pack: string
  shown: DutyList['packs'][number]['adoptions'][number]
}

/** The duties of the packs as a unit owes them today: those for units of its type, with changes, owners and troubles. */
export async function dutyList(db: Reader, principal: Principal, { catalogue, today }: Desk, asked: { unitId?: string | undefined }): Promise<DutyList> {
  const units = await lastUnits(db)
  const scope = await readableUnits(db, principal, { below: true })
  if (asked.unitId !== undefined) await readableUnits(db, principal, { unitId: asked.unitId, below: false })
  const unitId = unitToShow(units, scope, asked.unitId)
  const adoptions = await adoptionsOf(db, units, scope)
  const path = unitId === null ? [] : pathOf(units, unitId)
  const type = unitId === null ? null : await typeOf(db, unitId)
  const approved = await approvedChanges(db)
  const changes = await changesFor(db, principal)
  const effective = [...catalogue.duties.values()]
    .map((duty) => ({ duty: effectiveDuty(duty, approved, path, today) ?? duty, off: effectiveDuty(duty, approved, path, today) === null }))
    .filter(({ duty }) => type === null || duty.owedBy.some((one) => one === type))
  const owners = unitId === null ? null : await ownersOfDuties(db, effective.map(({ duty }) => duty), unitId, today)
  const order = dutyWords(catalogue)
  const views = effective.map(({ duty, off }): DutyView => {
    const held = owners?.get(duty.id) ?? []
    const takenOn = adoptions.find(({ pack, shown }) => pack === duty.pack && path.includes(shown.unitId) && (shown.untilOn === null || shown.untilOn > today))?.shown
    return {
      ...duty,
      packTitle: catalogue.packs.find(({ id }) => id === duty.pack)?.title ?? duty.pack,
      cadenceWords: describeCadence(duty.cadence, 'zh', duty.cadence.type === 'event' ? catalogue.kinds.get(duty.cadence.kind)?.title : undefined),
      ownerWords: ownerWords(duty),
      satisfiedWords: satisfiedWords(catalogue, duty),
      owners: held,
      takenOnFrom: takenOn?.fromOn ?? null,
      off,
      changes: changes.filter((change) => change.duty === duty.id && (change.unitId === null || path.includes(change.unitId))),
      troubles: held.length > 0 || takenOn === undefined || off ? [] : [`没有人担任“${ownerWords(duty)}”，这项责任无人承担；请在单位页面任命。`],
    }
  })
  return {
    unitId,
    unit: unitId === null ? null : (units.get(unitId)?.name ?? null),
    duties: views.toSorted((a, b) => (order.get(a.id)?.order ?? 0) - (order.get(b.id)?.order ?? 0)),
    packs: packsWith(catalogue, adoptions),
    may: await mayDo(db, principal, unitId),
  }
}

function packsWith(catalogue: Desk['catalogue'], adoptions: Adoption[]): DutyList['packs'] {
  return catalogue.packs
    .map(({ id, title, version }) => ({
      id, title, version,
      duties: [...catalogue.duties.values()].filter(({ pack }) => pack === id).length,
      adoptions: adoptions.filter(({ pack }) => pack === id).map(({ shown }) => shown),
    }))
    .filter(({ duties }) => duties > 0)
}

async function adoptionsOf(db: Reader, units: UnitNames, scope: UnitScope): Promise<Adoption[]> {
  const rows = await db
    .selectFrom('duty_adoptions')
    .select(['adoption_id', 'version', 'pack', 'unit_id', 'from_on', 'until_on', 'changed_by'])
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .orderBy('from_on')
    .execute()
  return rows.map((row) => ({
    pack: row.pack,
    shown: {
      adoptionId: row.adoption_id, version: row.version, unitId: row.unit_id,
      unit: inScope(scope, row.unit_id) ? (units.get(row.unit_id)?.name ?? '') : '上级单位',
      fromOn: row.from_on, untilOn: row.until_on === 'infinity' ? null : row.until_on, changedBy: row.changed_by,
    },
  }))
}

async function typeOf(db: Reader, unitId: string): Promise<string | null> {
  const row = await db
    .selectFrom('unit_versions')
    .select('type')
    .where('tenant_id', '=', db.tenantId)
    .where('unit_id', '=', unitId)
    .where(knownAt())
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.type ?? null
}

async function mayDo(db: Reader, principal: Principal, unitId: string | null): Promise<DutyList['may']> {
  const may = async (permission: 'duties:manage' | 'duties:work' | 'duties:approve') =>
    can(principal, permission) && (unitId === null || inScope(await unitScope(db, principal, permission), unitId))
  return { manage: await may('duties:manage'), ask: await may('duties:work'), approve: await may('duties:approve') }
}
