import type { Reader } from '../../platform/database/database.ts'
import { parsePeriod } from '../metrics/period.ts'
import { bindingsOf, decidedSentences, type Draft } from './draft/draft.ts'
import type { Office } from './office.ts'
import { askRecords, type Asked } from './questions.ts'
import { readDocument } from './read.ts'
import type { ReportDocument } from '../../engine/docx/read-report.ts'
import type { Binding } from './rules/binding.ts'
import { planFilling } from './rules/plan.ts'
import type { Plan } from './rules/planned.ts'

/** A draft with everything it is worth at one position of the log. */
export interface Live {
  document: ReportDocument
  bindings: Binding[]
  asked: Asked
  plan: Plan
  position: number
}

/** Computes a whole draft: one scan for each kind and period, twice that where it is compared with a year earlier. */
export async function liveOf(
  db: Reader,
  { files, catalogue }: Pick<Office, 'files' | 'catalogue'>,
  draft: Draft,
  { position, compared = false }: { position: number; compared?: boolean },
): Promise<Live> {
  const document = await readDocument(files, draft.document)
  const { slots, ownYear, period, unitId, round } = draft
  const bindings = bindingsOf(draft)
  const asked = await askRecords(db, { catalogue, read: { document, slots, ownYear }, slots, bindings, period, unitId, position, compared })
  const plan = planFilling({
    paragraphs: document.paragraphs, slots, answers: asked.answers, ownYear, targetYear: yearOf(period), round, sentences: decidedSentences(draft),
  })
  return { document, bindings, asked, plan, position }
}

/** The year that a period ends in. */
export function yearOf(period: string): number {
  return Number(parsePeriod(period).to.slice(0, 4))
}
