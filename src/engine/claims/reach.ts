import type { ResolveAsked } from './bind.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import { allowed, withoutResults, type Earlier, type Meaning } from './meaning.ts'
import { fillers } from './own-words.ts'
import type { LexiconMetric } from './slot.ts'
import type { Surroundings } from './surroundings.ts'

const reached = /^(?:共|累计|吸引|组织|直接|间接|发动|带动)*(?:参加|参与|参训|参演|参会|参学|参赛|听众|受众|受教育|覆盖|惠及|受益|受惠|接待|吸引|走进|服务)/
const people = /群众|师生|学生|教师|职工|员工|干部|党员|居民|市民|村民|农户|企业|商户|家长|老人|老年人|青少年|读者|观众|游客|人员|人口|对象|公众|人数|参加|参与|活动|培训|走进[\u4e00-\u9fff]{0,4}/g

/** 举办活动x场，吸引群众y人次: whom the meeting, the training or the money just counted reached; null where other words say more. */
export function reachOf(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, previous: Earlier | undefined): Meaning | null {
  if (previous === undefined || asked.form !== 'count' || asked.afterUnbound || asked.measure === null) return null
  const words = `${around.pre}${around.post}`.replace(/^[，、；（(]/, '')
  const verb = reached.exec(words)?.[0]
  if (verb === undefined || words.slice(verb.length).replace(people, '').replace(fillers, '') !== '') return null
  const metric = personsOf(index, previous.metric, asked.measure)
  return metric === null ? null : { metric, facets: allowed(metric, withoutResults(previous.facets)), certainty: 0.7 }
}

/** The metric of a kind that counts those who took part. */
function personsOf(index: LexiconIndex, counted: LexiconMetric, measure: string): LexiconMetric | null {
  const takesPart = /^(?:参|听众|惠及|接访)/
  return [...index.metrics.values()].find((metric) => metric.kind === counted.kind && metric.form === 'sum' && metric.id !== counted.id && metric.measures.includes(measure) && metric.phrases.some((phrase) => takesPart.test(phrase))) ?? null
}
