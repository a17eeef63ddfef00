import type { Candidate } from './bind.ts'
import { phraseOf } from './phrase.ts'
import { isFieldOfRank } from './refusals.ts'
import type { Proposal, SlotForm } from './slot.ts'
import type { Surroundings } from './surroundings.ts'
import { withoutOpeningVerb } from './verbs.ts'

const endings: Record<SlotForm, string> = { count: '数', share: '占比', rate: '率', change: '变化', rank: '排名', score: '得分', duration: '用时' }

/**
 * What the unit would have to keep for a slot that no metric fits: the kind whose words come nearest, a received
 * statistic for what only others can know (ranks, scores), else a kind named after the object counted.
 */
export function proposalFor(around: Surroundings, form: SlotForm, measure: string | null, nearest: Candidate | undefined): Proposal {
  if (isFieldOfRank(around)) return { kind: 'received-statistic', metric: ranked, measure: measure ?? '个', phrase: ranked }
  const phrase = phraseOf(around)
  return {
    kind: kindFor(around, phrase, form, nearest),
    metric: titleOf(phrase, form),
    measure: measure ?? (form === 'rank' ? '位' : form === 'score' ? '分' : ''),
    phrase,
  }
}

const ranked = '参加排名的单位数'

function kindFor(around: Surroundings, phrase: string, form: SlotForm, nearest: Candidate | undefined): string {
  if (form === 'rank' || form === 'score') return 'received-statistic'
  if (nearest !== undefined && nearest.score > 0.5) return nearest.metric.kind
  const object = /^[\u4e00-\u9fff]{2,8}/.exec(around.post)?.[0].replace(/^(?:的|了|以上|左右)/, '') ?? withoutOpeningVerb(phrase.replace(debris, '')).replace(/[“”]/g, '')
  return object.length >= 2 ? object : phrase || '其他工作'
}

function titleOf(phrase: string, form: SlotForm): string {
  const noun = phrase.replace(/[“”《》]/g, '').replace(debris, '')
  const ending = endings[form]
  return noun.endsWith(ending) || (form === 'rate' && noun.includes('率')) ? noun : `${noun}${ending}`
}

/** What a title need not say: directions and fillers at the end of the words before a number. */
const debris = /(?:达到?|均?为|仅为?|了|共|累计|约|近|是|占|(?:提高|提升|上升|增长|增加|净增|下降|降低|减少|压缩|缩短|增|降|升|保持)?(?:至|到|在)|同比.*|比(?:上年|去年).*|较(?:上年|去年).*)+$/
