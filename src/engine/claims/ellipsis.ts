import type { Surroundings } from './surroundings.ts'
import { governingVerb, hasVerb } from './verbs.ts'

/** The figure before a slot in its sentence, and the words that stand between the two. */
export interface Neighbour {
  around: Surroundings
  between: string
}

/**
 * What a slot leaves unsaid because the figure before it has said it: 接待来访x批y人 counts one thing twice, and in
 * 出动车辆x辆、人员y人 the verb holds for both.
 */
export function completed(around: Surroundings, before: Neighbour | null): Surroundings {
  if (before === null) return around
  if (isTwin(around, before.between)) return { ...around, pre: before.around.pre, clause: before.around.clause, post: around.post || before.around.post }
  const verb = sharedVerb(around.pre, before)
  return verb === null ? around : { ...around, pre: `${verb}${around.pre.replace(conjunction, '')}` }
}

/** Directly behind the other's measure word, or behind a mark with nothing of its own on either side. */
function isTwin({ post }: Surroundings, between: string): boolean {
  return between === '' || (/^[、，（(]$/.test(between) && !/[\u4e00-\u9fff]/.test(post))
}

const conjunction = /^(?:、|和|及|以及|与)/

function sharedVerb(pre: string, { around, between }: Neighbour): string | null {
  if (pre !== between || !conjunction.test(pre) || /其中/.test(pre)) return null
  const noun = pre.replace(conjunction, '')
  if (!/^[\u4e00-\u9fff“”]{2,12}$/.test(noun) || hasVerb(noun) || /率|占|类$/.test(noun)) return null
  return governingVerb(around.pre)
}
