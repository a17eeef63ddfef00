import type { Tx } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Kind } from '../packs/schema/kind.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { adoptedColumns, expectVersion, packOfKind } from './actions.ts'
import { appendVersion } from './append-version.ts'
import { standing, verbNow } from './rules/workflow.ts'
import type { RecordEvent } from './rules.ts'

/**
 * Takes a step in the workflow that the record's kind declares.
 *
 * @throws {Conflict} `stale-version`
 * @throws {Invalid} `no-verb`, `verb-not-now`, `record-voided`, `note-too-long`
 * @throws {NotFound} `no-record`
 */
export async function moveRecord(
  tx: Tx,
  catalogue: Catalogue,
  order: { recordId: string; expectedVersion: number; verb: string; note?: string | undefined },
) {
  const previous = await expectVersion(tx, order, catalogue)
  const kind = catalogue.kinds.get(previous.kind)
  const note = order.note?.trim() ?? ''
  if (note.length > 500) throw new Invalid('note-too-long', '说明不超过 500 字。')
  const verb = kind?.workflow?.verbs[order.verb]
  if (kind?.workflow === undefined || verb === undefined) throw new Invalid('no-verb', `台账“${kind?.title ?? previous.kind}”没有“${order.verb}”这一步。`)
  const from = standing(kind.workflow, previous.workflowState)
  if (!verbNow(kind.workflow, order.verb, previous.workflowState)) throw notNow(kind, from, verb.title)
  const event: RecordEvent = { type: 'record.moved', content: { verb: order.verb, from, to: verb.to, note: note === '' ? null : note } }
  const columns = await adoptedColumns(tx, previous.kind)
  return appendVersion(tx, { recordId: order.recordId, previous, event, pack: packOfKind(catalogue, previous.kind), columns, catalogue })
}

function notNow(kind: Kind, from: string, verb: string): Invalid {
  const title = kind.workflow?.states[from]?.title ?? from
  return new Invalid('verb-not-now', `记录现在是“${title}”，不能“${verb}”。`, { state: from })
}
