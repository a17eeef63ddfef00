import type { Annex } from '../../engine/docx/annex.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Checkpoint } from '../../platform/events/chain.ts'
import { firstRecords } from '../metrics/evaluate.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { Report } from './describe.ts'
import type { Live } from './live.ts'

const namedRecords = 3

/** For each planned figure, how some of its records are named. */
export async function examplesOf(db: Reader, catalogue: Catalogue, { plan, asked, position }: Live): Promise<string[][]> {
  const requests = plan.figures.map(({ slot }) => {
    const request = asked.requests[slot]
    if (request === null || request === undefined) throw new TypeError('A planned figure was asked for')
    return request
  })
  const lists = await firstRecords(db, catalogue, requests, { position, limit: namedRecords })
  return lists.map((records) =>
    records.map(({ occurredOn, title, source }) => `${occurredOn} ${title}${source === null ? '' : `（${source.sheet} 第${source.row}行）`}`),
  )
}

/** The page that names the source of every figure, and the reason of everything a person wrote in place of one. */
export function annexOf(report: Pick<Report, 'figures' | 'byHand'>, examples: string[][], anchor: Report['anchor'] | Checkpoint): Annex {
  const computed = report.figures.map((figure, at) => ({
    sentence: figure.sentence, metric: figure.metricTitle, value: withMeasure(figure), how: figure.how,
    records: figure.records, examples: examples[at] ?? [],
  }))
  const written = report.byHand.map(({ sentence, text, reason, by }) => ({
    sentence, metric: '由人填写', value: text, how: `${by}填写，理由：${reason}`, records: 0, examples: [],
  }))
  return {
    rows: [...computed, ...written],
    ...('inputs' in anchor ? { inputs: anchor.inputs } : { inputs: [], checkpoint: `${anchor.position}-${anchor.hash}` }),
  }
}

/** A figure with its measure, where its words do not say it themselves: 持平, 百分之八十, 85.3%. */
function withMeasure({ text, measure }: { text: string; measure: string | null }): string {
  return measure === null || /持平|百分之|%$/.test(text) ? text : `${text}${measure}`
}
