import type { Surroundings } from './surroundings.ts'
import { withoutVerbs } from './verbs.ts'

/** Words that neither say what is counted nor what was done: 其中, 累计, 同比. */
export const fillers = /[\s、（）()，：:“”]|其中|全年|累计|共计|总计|合计|共|分别|达到?|约|近|为|同比|环比|较|比|上年|去年|同期|上升|下降|增长|减少|已|均|全部|了|的|完成|整改|办结|到位|参加|人数|以上|余|各类|各/g

/** How many letters of the words beside a slot say something. */
export const ownLength = ({ pre, post }: Surroundings): number => `${pre}${post}`.replace(fillers, '').length + (/“.”$/.test(pre) ? 1 : 0)

/** The slot's own words alone. */
export const nearWords = (around: Surroundings): Surroundings => ({ ...around, clause: '', sentence: '' })

/** Whether the words beside a slot name a thing, not only what was done with one. */
export const hasNoun = (words: string): boolean => withoutVerbs(words.replace(fillers, '')) !== ''
