import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { AdoptionEvent } from '../events.ts'

/** Takes on the duties of a pack for a unit and all below it from a day on. @throws {Invalid} as `checkAdoption` */
export async function adoptDuties(tx: Tx, catalogue: Catalogue, order: { pack: string; unitId: string; fromOn: string }): Promise<{ adoptionId: string }> {
  await checkAdoption(tx, catalogue, order)
  const adoptionId = randomUUID()
  appendAdoption(tx, { adoptionId, version: 0 }, { type: 'duty.adopted', content: order }, { ...order, untilOn: 'infinity' })
  return { adoptionId }
}

/**
 * Makes sure that a pack's duties can be taken on for a unit.
 *
 * @throws {Invalid} `no-duties`, `day-too-far`; {Conflict} `duties-adopted` where they are already, for the unit or one above
 */
export async function checkAdoption(tx: Pick<Tx, 'selectFrom' | 'tenantId'>, catalogue: Catalogue, { pack, unitId, fromOn }: { pack: string; unitId: string; fromOn: string }): Promise<void> {
  if (![...catalogue.duties.values()].some((duty) => duty.pack === pack)) {
    throw refused('no-duties', 'pack', `制度包“${pack}”没有责任事项，或者没有启用。`)
  }
  if (fromOn < '2000-01-01' || fromOn > '2100-12-31') throw refused('day-too-far', 'fromOn', '起始日期应在 2000 年至 2100 年之间。')
  const standing = await tx
    .selectFrom('duty_adoptions')
    .select(['from_on', 'until_on'])
    .where('tenant_id', '=', tx.tenantId)
    .where('pack', '=', pack)
    .where('unit_id', '=', unitId)
    .where('from_on', '<=', fromOn)
    .where('until_on', '>', fromOn)
    .where(knownAt())
    .executeTakeFirst()
  if (standing !== undefined) throw new Conflict('duties-adopted', `这个单位自 ${standing.from_on} 起已经采用了这个制度包的责任事项。`, { pack, unitId })
}

/** Ends an adoption from a day on. @throws {NotFound} `no-adoption`; {Conflict} `stale-version`; {Invalid} `ends-before-start` */
export async function endAdoption(tx: Tx, order: { adoptionId: string; expectedVersion: number; untilOn: string; reason: string }): Promise<{ version: number }> {
  const { adoptionId, untilOn, reason } = order
  const adoption = await adoptionNamed(tx, adoptionId)
  if (adoption.version !== order.expectedVersion) throw staleAdoption(adoptionId)
  if (untilOn < adoption.fromOn) throw refused('ends-before-start', 'untilOn', `结束日期不能早于开始日期 ${adoption.fromOn}。`)
  appendAdoption(tx, { adoptionId, version: adoption.version }, { type: 'duty.adoption-ended', content: { untilOn, reason } }, { ...adoption, untilOn })
  return { version: adoption.version + 1 }
}

/** An adoption as it now stands. @throws {NotFound} `no-adoption` */
export async function adoptionNamed(tx: Pick<Tx, 'selectFrom' | 'tenantId'>, adoptionId: string) {
  const row = await tx
    .selectFrom('duty_adoptions')
    .select(['version', 'pack', 'unit_id', 'from_on', 'until_on'])
    .where('tenant_id', '=', tx.tenantId)
    .where('adoption_id', '=', adoptionId)
    .where(knownAt())
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('no-adoption', '没有这次采用。', { adoptionId })
  return { version: row.version, pack: row.pack, unitId: row.unit_id, fromOn: row.from_on, untilOn: row.until_on }
}

function appendAdoption(
  tx: Tx,
  { adoptionId, version }: { adoptionId: string; version: number },
  event: AdoptionEvent,
  next: { pack: string; unitId: string; fromOn: string; untilOn: string },
): void {
  tx.append({ ...event, subject: `duty-adoption:${adoptionId}` }, async (position) => {
    const closed = await tx
      .updateTable('duty_adoptions')
      .set({ known_to: position })
      .where('tenant_id', '=', tx.tenantId)
      .where('adoption_id', '=', adoptionId)
      .where('version', '=', version)
      .where(knownAt())
      .executeTakeFirst()
    if (closed.numUpdatedRows !== (version === 0 ? 0n : 1n)) throw staleAdoption(adoptionId)
    await tx
      .insertInto('duty_adoptions')
      .values({
        tenant_id: tx.tenantId, adoption_id: adoptionId, version: version + 1, known_from: position,
        pack: next.pack, unit_id: next.unitId, from_on: next.fromOn, until_on: next.untilOn, changed_by: tx.actor,
      })
      .execute()
  })
}

function staleAdoption(adoptionId: string): Conflict {
  return new Conflict('stale-version', '这次采用在您打开之后已被他人修改，请刷新后重试。', { adoptionId })
}

function refused(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, { fields: [{ field, message }] })
}
