import type { Reader } from '../../platform/database/database.ts'
import type { Checkpoint } from '../../platform/events/chain.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { bindingsText } from './actions/issue.ts'
import { annexOf, examplesOf } from './annex.ts'
import { describeLive } from './describe.ts'
import type { Opened } from './draft/open.ts'
import { writeFilledReport } from './word.ts'

/** The Word file of a draft as it stands now. */
export async function draftWord(
  db: Reader,
  catalogue: Catalogue,
  { draft, live, units }: Opened,
  { annex, checkpoint }: { annex: boolean; checkpoint: Checkpoint },
): Promise<Uint8Array> {
  const written = annex ? annexOf(describeLive(catalogue, draft, live, units), await examplesOf(db, catalogue, live), checkpoint) : undefined
  return writeFilledReport(live.document, live.plan, bindingsText(draft, live.bindings), written)
}
