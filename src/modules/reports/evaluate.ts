import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { parsePeriod } from '../metrics/period.ts'
import { unitTree } from '../org/tree.ts'
import type { evaluateBinding } from './contract/draft.ts'
import type { Draft } from './draft/draft.ts'
import { yearOf } from './live.ts'
import type { Office } from './office.ts'
import { askRecords } from './questions.ts'
import { readDocument } from './read.ts'
import type { Binding } from './rules/binding.ts'
import { unfitness } from './rules/fit.ts'
import { planFilling } from './rules/plan.ts'
import { sentenceAt } from './rules/sentence.ts'
import { liveFigure } from './view.ts'

/**
 * What one slot would be worth with a binding that is being chosen.
 *
 * @throws {Invalid} `unknown-slot`
 */
export async function evaluateOne(
  db: Reader,
  { files, catalogue }: Pick<Office, 'files' | 'catalogue'>,
  draft: Draft,
  { slot: number, binding }: { slot: number; binding: Binding },
): Promise<z.output<typeof evaluateBinding.reply>> {
  const slot = draft.slots[number - 1]
  if (slot === undefined) throw new Invalid('unknown-slot', `报告里没有第 ${number} 个填空，共 ${draft.slots.length} 个。`, { slot: number })
  const document = await readDocument(files, draft.document)
  const { position } = await checkpointOf(db)
  const { slots, ownYear, period, unitId, round } = draft
  const read = { document, slots, ownYear }
  const asked = await askRecords(db, { catalogue, read, slots: [slot], bindings: [binding], period, unitId, position, compared: true })
  const paragraph = document.paragraphs.find(({ line }) => line === slot.line)
  const plan = planFilling({
    paragraphs: paragraph === undefined ? [] : [paragraph], slots: [slot], answers: asked.answers, ownYear, targetYear: yearOf(period), round,
  })
  const units = (await unitTree(db, { on: parsePeriod(period).to, position })).byId
  const [answer] = asked.answers
  const metric = binding.by === 'metric' ? catalogue.metrics.get(binding.metric) : undefined
  return {
    shown: plan.edits.filter(({ mark }) => mark === null).map(({ text }) => text).join('') || slot.text,
    sentence: plan.figures[0]?.sentence ?? sentenceAt(paragraph?.text ?? '', slot.column).text,
    reason: answer?.answer === 'none' ? answer.reason : null,
    figure: liveFigure({ catalogue, draft, units }, asked.figures[0] ?? null, asked.before[0] ?? null),
    warning: metric === undefined ? null : unfitness(slot, metric),
  }
}
