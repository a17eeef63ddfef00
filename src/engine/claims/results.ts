import type { LexiconIndex } from './lexicon-index.ts'
import type { LexiconMetric, SlotForm } from './slot.ts'
import type { Surroundings } from './surroundings.ts'

/** Words that say what became of the records just counted and name no object of their own. */
const outcomes =
  /按期|按时|及时|现场|当场|办结|整改|整治|答复|回复|办复|满意|合格|化解|修复|销号|结案|审结|调解|采纳|采用|落实|到位|处置|完成|成功|反馈|回应|好评|达标|签订|覆盖|公开|考核|参评|评价|兑现|群众|综合|平均|率/g
const fillers = /[\s、（）()，：:“”]|其中|全年|累计|共计|总计|合计|共|分别|达到?|约|近|均|为|已|被|获|全部|了|的|于|仅|保持|在|以上|左右|等/g

/** The outcome words of a slot that has no others: 已整改, 按期办结率; null when it names an object. */
export function outcomeOf({ pre, post }: Pick<Surroundings, 'pre' | 'post'>): string | null {
  const words = `${pre}${post.slice(0, 6)}`.replace(fillers, '')
  return words !== '' && words.replace(outcomes, '') === '' ? words : null
}

/** The metric of a kind that ends in an outcome: 满意率 after 提案 is the satisfaction with proposals handled. */
export function outcomeMetric(index: LexiconIndex, kind: string, outcome: string, asked: { form: SlotForm | null; measure: string | null }): LexiconMetric | null {
  const isRate = asked.form === 'rate' || asked.form === 'share'
  let best: { metric: LexiconMetric; length: number } | null = null
  for (const metric of index.metrics.values()) {
    if (metric.kind !== kind || (metric.form === 'rate') !== isRate || metric.form === 'change' || metric.form === 'share') continue
    if (asked.measure !== null && !metric.measures.includes(asked.measure)) continue
    for (const phrase of metric.phrases) {
      if (phrase.replaceAll('…', '').endsWith(outcome) && (best === null || phrase.length < best.length)) best = { metric, length: phrase.length }
    }
  }
  return best?.metric ?? null
}
