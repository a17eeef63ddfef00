import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import type { z } from 'zod'
import type { Tx } from '../../../platform/database/database.ts'
import { Conflict, Invalid } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { PacksInForce } from '../../packs/in-force.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { acceptProposal } from '../contract/draft.ts'
import { ownKind, ownMetric, toldByOthers, type Wanted } from '../rules/own-entries.ts'
import { draftOf } from '../draft/load.ts'
import { rebind } from './rebind.ts'

type Order = z.output<typeof acceptProposal.body>
type Accepted = z.output<typeof acceptProposal.reply>

/**
 * Puts a kind (unless it is there) and a metric into the body's own pack and binds the slots to it, all in one verb.
 * The pack is in force for others once the caller has renewed it.
 *
 * @throws {Conflict} `metric-exists`; {Invalid} `unknown-slot`, `counts-everything`, `pack-problems`; as in `rebind`
 */
export async function accept(tx: Tx, packs: PacksInForce, principal: Principal, reportId: string, order: Order): Promise<Accepted> {
  const draft = await draftOf(tx, reportId)
  const first = draft.slots[(order.slots[0] ?? 0) - 1]
  if (first === undefined) throw new Invalid('unknown-slot', `报告里没有第 ${order.slots[0]} 个填空。`, { slot: order.slots[0] })
  const before = packs.catalogue()
  const kind = kindOf(before, order.kind)
  const wanted: Wanted = { kind, metric: order.metric, measure: order.measure, phrases: order.phrases, facets: order.facets, form: first.form }
  refuseUnfit(before, wanted)
  const kindId = 'id' in kind ? kind.id : ownId(kind.title)
  const metricId = ownId(order.metric)
  const files: Record<string, string> = { [`metrics/${metricId}.yaml`]: stringify(ownMetric(kindId, wanted)) }
  if ('title' in kind) files[`kinds/${kindId}.yaml`] = stringify(ownKind(kind.title, wanted))
  const catalogue = await packs.changeLocal(tx, { files })
  const binding = { by: 'metric' as const, metric: metricId, facets: {} }
  const { version } = await rebind(tx, catalogue, principal, reportId, { seen: order.seen, slots: order.slots.map((slot) => ({ slot, binding })), sentences: [] })
  return { version, kind: kindId, kindIsNew: 'title' in kind, metric: metricId }
}

function kindOf({ kinds }: Catalogue, named: string): Wanted['kind'] {
  if (kinds.has(named)) return { id: named }
  const id = [...kinds].find(([, { title }]) => title === named)?.[0]
  return id === undefined ? { title: named } : { id }
}

function refuseUnfit({ metrics, kinds }: Catalogue, { kind, metric, facets }: Wanted): void {
  const same = [...metrics.values()].find(({ title }) => title === metric)
  if (same !== undefined) throw new Conflict('metric-exists', `已有名为“${metric}”的指标，请直接绑定它，或换一个名称。`, { metric: same.id, fields: [{ field: 'metric', message: '已有这个名称' }] })
  if (!('id' in kind) || kind.id === toldByOthers || kinds.get(kind.id)?.pack === 'local' || Object.keys(facets).length > 0) return
  throw new Invalid('counts-everything', `没有限定，“${kinds.get(kind.id)?.title ?? kind.id}”的每条记录都会计入。请选择限定，或者另记一种台账。`, {
    fields: [{ field: 'facets', message: '请选择限定' }],
  })
}

/** Ids are ASCII, titles are not: one that says nothing but is the same for the same title. */
function ownId(title: string): string {
  return `own-${createHash('sha256').update(title).digest('hex').slice(0, 10)}`
}
