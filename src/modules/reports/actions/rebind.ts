import type { z } from 'zod'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { Conflict, Invalid } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { questionOf } from '../../metrics/question.ts'
import { parsePeriod } from '../../metrics/period.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { rebindSlots } from '../contract/draft.ts'
import { appendStep } from '../draft/append-step.ts'
import { placeOf, type Draft, type SetContent } from '../draft/draft.ts'
import { draftOf } from '../draft/load.ts'
import type { Binding } from '../rules/binding.ts'
import { refusedByState } from '../rules/steps.ts'
import { requireForReport } from '../scope.ts'

type Order = z.output<typeof rebindSlots.body>

/**
 * Sets bindings of slots and decisions on sentences.
 *
 * @throws {Conflict} `place-changed` where somebody else set the same place after `seen`, `report-submitted` where the
 * report is no draft any more; {Invalid} `unknown-slot`, `unfit-binding` and those of a metric's question
 */
export async function rebind(tx: Tx, catalogue: Catalogue, principal: Principal, reportId: string, order: Order): Promise<Draft> {
  const draft = await draftOf(tx, reportId)
  await requireForReport(tx, principal, 'reports:fill', draft.unitId)
  requireEditable(draft)
  for (const { slot, binding } of order.slots) await requireFit(tx, catalogue, principal, draft, slot, binding)
  const changes = [...order.slots, ...order.sentences]
  if (changes.length === 0) throw new Invalid('nothing-to-change', '没有要修改的填空。')
  requireUnchanged(draft, changes.map(placeOf), order.seen)
  const set = new Map(changes.map((change): [string, SetContent] => [placeOf(change), 'binding' in change ? { binding: change.binding } : change]))
  return appendStep(tx, principal, draft, { step: 'rebound', state: 'draft', content: { set: Object.fromEntries(set) }, set })
}

/** @throws {Conflict} `report-submitted` */
export function requireEditable(draft: Draft): void {
  const refusal = refusedByState('edit', draft.state)
  if (refusal !== null) throw new Conflict('report-submitted', `${refusal}。`, { state: draft.state, by: draft.changed.by, at: draft.changed.at.toISOString() })
}

/** Two people may work on different slots of a draft at once; only the same place is a conflict. */
export function requireUnchanged(draft: Draft, places: string[], seen: number): void {
  const changed = places.flatMap((place) => {
    const one = draft.settled.get(place)
    return one === undefined || one.version <= seen ? [] : [{ place, by: one.by, at: one.at.toISOString(), content: one.content }]
  })
  const [first] = changed
  if (first === undefined) return
  throw new Conflict('place-changed', `${first.by} 刚刚也改了${placeWords(first.place)}${changed.length > 1 ? `等 ${changed.length} 处` : ''}，您的修改尚未保存。请看过之后再决定用哪一个。`, {
    current: draft.version, changed,
  })
}

function placeWords(place: string): string {
  const [what, number] = place.split(':')
  return what === 'slot' ? `第 ${number} 个填空` : `第 ${number} 段的一句话`
}

async function requireFit(db: Reader, catalogue: Catalogue, principal: Principal, draft: Draft, number: number, binding: Binding): Promise<void> {
  const slot = draft.slots[number - 1]
  if (slot === undefined) throw new Invalid('unknown-slot', `报告里没有第 ${number} 个填空，共 ${draft.slots.length} 个。`, { slot: number })
  if (binding.by === 'year' && slot.kind !== 'date') throw unfit(number, '只有日期能随报告年度移动')
  if (binding.by === 'kept' && !slot.filled) throw unfit(number, '这里还空着，没有可以沿用的内容')
  if (binding.by !== 'metric') return
  if (slot.kind === 'name' || slot.kind === 'date') throw unfit(number, '名称和日期不能由指标填写')
  const unitId = binding.unitId === undefined ? draft.unitId : binding.unitId
  questionOf(catalogue, { metric: binding.metric, facets: binding.facets, unitId, period: binding.period ?? draft.period })
  if (binding.period !== undefined) parsePeriod(binding.period)
  if (binding.unitId !== undefined && binding.unitId !== draft.unitId) await requireForReport(db, principal, 'reports:read', binding.unitId)
}

function unfit(slot: number, reason: string): Invalid {
  return new Invalid('unfit-binding', `第 ${slot} 个填空：${reason}。`, { slot, fields: [{ field: 'binding', message: reason }] })
}
