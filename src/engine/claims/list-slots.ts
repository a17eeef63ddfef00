import { candidatesFor } from './bind.ts'
import { facetsFor } from './facets.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import type { ListPlace } from './lists.ts'
import type { Place } from './names.ts'
import { clauseAround } from './reading.ts'
import type { Setting } from './setting.ts'
import type { Slot } from './slot.ts'
import { weights } from './weights.ts'

/** A slot that is no figure and means no metric. */
export function plainSlot(kind: 'date' | 'name' | 'list', place: Place, { line, original }: Setting): Slot {
  return {
    line, column: place.start, length: place.end - place.start, text: original.slice(place.start, place.end), kind, form: null, measure: null,
    phrase: '', metric: null, facets: {}, proposal: null, certainty: 0.9, filled: !place.missing, period: null, value: null,
  }
}

const listWords = { documents: '印发文件', materials: '发放宣传材料', studies: '学习', activities: '开展活动' } as const
const listMeasures = { documents: '个', materials: '份', studies: '次', activities: '次' } as const
const listKinds = { documents: 'document-issued', materials: 'material', studies: 'activity', activities: 'activity' } as const

/** A list of documents or activities with the metric that counts what it names. */
export function listSlot(list: ListPlace, setting: Setting, index: LexiconIndex): Slot {
  const measure = listMeasures[list.of]
  const named = list.of === 'documents' || list.of === 'materials'
  const clause = clauseAround(setting.text, list.start, list.end)
  const gathered = /^等[\u4e00-\u9fff]{2,8}/.exec(setting.text.slice(list.end, list.end + 9))?.[0] ?? ''
  const around = {
    pre: named ? listWords[list.of] : `${setting.text.slice(clause.start, list.start)}${listWords[list.of]}`,
    post: named ? '' : setting.text.slice(list.end, list.end + 10), clause: '', sentence: '', follows: false, body: setting.body,
  }
  const [best] = candidatesFor(index, around, { form: 'count', measure, previousKind: null })
  const bound = best !== undefined && best.score >= weights.least ? best : null
  return {
    ...plainSlot('list', list, setting),
    phrase: listWords[list.of],
    metric: bound?.metric.id ?? null,
    facets: bound === null ? {} : facetsFor(index, { ...bound, literal: null, matched: '' }, { ...around, pre: setting.text.slice(clause.start, list.of === 'materials' ? list.end : list.start), post: around.post || gathered, clause: '' }),
    proposal: bound === null ? { kind: listKinds[list.of], metric: listWords[list.of], measure, phrase: listWords[list.of] } : null,
    certainty: bound === null ? 0.5 : 0.8,
  }
}
