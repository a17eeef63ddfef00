import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { refuseCycle } from './check-unit.ts'
import { requireUnit, unitState } from './queries.ts'
import { evolveUnit } from './rules.ts'
import type { UnitEvent, UnitSlice, UnitState } from './rules.ts'

/** Where the books do not say since when: earlier than any record. */
export const SINCE_EVER = '1900-01-01'

/**
 * Founds a unit on a day. A leading group has type `group` and names its founding document.
 *
 * @throws {NotFound} `no-unit` when the parent does not exist
 * @throws {Invalid} `bad-unit`
 */
export async function foundUnit(
  tx: Tx,
  unit: {
    unitId?: string
    name: string
    type: string
    parentId?: string | null
    foundingDocument?: string | null
    on?: string
  },
): Promise<{ unitId: string; version: number }> {
  const { unitId = randomUUID(), type, parentId = null, foundingDocument = null, on = SINCE_EVER } = unit
  if (parentId !== null) await requireUnit(tx, parentId)
  const content = { name: checkedName(unit.name), type, parentId, foundingDocument, on: checkedDay(on) }
  return appendUnit(tx, unitId, null, { type: 'unit.founded', content })
}

/**
 * Renames or moves a unit from a day on; what it was before that day stays readable.
 *
 * @throws {NotFound} `no-unit`
 * @throws {Conflict} `stale-version`
 * @throws {Invalid} `unit-cycle` when it would move below itself; `bad-unit`
 */
export async function changeUnit(
  tx: Tx,
  change: { unitId: string; expectedVersion: number; on: string } & Partial<Omit<UnitSlice, 'validFrom' | 'validTo'>>,
) {
  const { unitId, expectedVersion, on, ...rest } = change
  const previous = await expectUnit(tx, unitId, expectedVersion)
  if (rest.name !== undefined) rest.name = checkedName(rest.name)
  if (rest.parentId != null) {
    await requireUnit(tx, rest.parentId)
    await refuseCycle(tx, unitId, rest.parentId, checkedDay(on))
  }
  return appendUnit(tx, unitId, previous, { type: 'unit.changed', content: { ...rest, on: checkedDay(on) } })
}

/** Closes a unit: from that day on it is no longer in the tree. Errors as in `changeUnit`. */
export async function closeUnit(tx: Tx, order: { unitId: string; expectedVersion: number; on: string }) {
  const previous = await expectUnit(tx, order.unitId, order.expectedVersion)
  return appendUnit(tx, order.unitId, previous, { type: 'unit.closed', content: { on: checkedDay(order.on) } })
}

async function expectUnit(tx: Tx, unitId: string, expectedVersion: number): Promise<UnitState> {
  await requireUnit(tx, unitId)
  const current = await unitState(tx, unitId)
  if (current.version === expectedVersion) return current
  throw staleUnit(unitId, expectedVersion, current.version)
}

async function appendUnit(tx: Tx, unitId: string, previous: UnitState | null, event: UnitEvent) {
  const state = evolveUnit(previous, event)
  tx.append({ ...event, subject: `unit:${unitId}` }, async (position) => {
    if (previous !== null) await closeSlices(tx, unitId, previous, position)
    const rows = state.slices.map((slice) => sliceRow(tx.tenantId, unitId, state.version, slice, position))
    if (rows.length > 0) await tx.insertInto('unit_versions').values(rows).execute()
  })
  return { unitId, version: state.version }
}

async function closeSlices(tx: Tx, unitId: string, previous: UnitState, position: number): Promise<void> {
  const closed = await tx
    .updateTable('unit_versions')
    .set({ known_to: position })
    .where('tenant_id', '=', tx.tenantId)
    .where('unit_id', '=', unitId)
    .where('version', '=', previous.version)
    .where(knownAt())
    .executeTakeFirst()
  if (closed.numUpdatedRows === BigInt(previous.slices.length)) return
  throw staleUnit(unitId, previous.version, (await unitState(tx, unitId)).version)
}

export function sliceRow(tenantId: number, unitId: string, version: number, slice: UnitSlice, position: number) {
  return {
    tenant_id: tenantId,
    unit_id: unitId,
    version,
    valid_from: slice.validFrom,
    valid_to: slice.validTo ?? 'infinity',
    known_from: position,
    name: slice.name,
    type: slice.type,
    parent_id: slice.parentId,
    founding_document: slice.foundingDocument,
  }
}

function staleUnit(unitId: string, expected: number, current: number): Conflict {
  return new Conflict('stale-version', '这个单位在您打开之后已被修改，请刷新后重试。', { unitId, expected, current })
}

function checkedName(name: string): string {
  const trimmed = name.trim()
  if (trimmed !== '' && trimmed.length <= 200) return trimmed
  throw new Invalid('bad-unit', '单位名称不能为空，也不能超过 200 字。')
}

export function checkedDay(day: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day
  throw new Invalid('bad-day', `“${day.slice(0, 40)}”不是日期，应为 2026-03-05 的形式。`)
}
