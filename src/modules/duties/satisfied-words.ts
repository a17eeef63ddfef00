import type { Catalogue } from '../packs/schema/pack.ts'
import type { Duty } from '../packs/schema/duty.ts'

const responsibilities = { first: '第一责任人', direct: '直接责任人', dual: '一岗双责责任人' }

/** Whose duty it is, as the responsibility list says. */
export function ownerWords({ owner }: Pick<Duty, 'owner'>): string {
  return 'responsibility' in owner ? responsibilities[owner.responsibility] : owner.post
}

/** What satisfies a duty: 会议（类别：专题会议）2条，每条附佐证1件。 */
export function satisfiedWords(catalogue: Catalogue, { satisfied, cadence }: Pick<Duty, 'satisfied' | 'cadence'>): string {
  if (satisfied === undefined) return '按制度长期落实，不逐条登记'
  const kind = catalogue.kinds.get(satisfied.kind)
  const conditions = Object.entries(satisfied.where).map(([id, values]) => {
    const field = kind?.fields[id]
    const vocabulary = catalogue.vocabularies.get(field?.vocabulary ?? '')
    return `${field?.title ?? id}：${values.map((value) => vocabulary?.values[value]?.title ?? value).join('或')}`
  })
  const records = satisfied.records * (cadence.type === 'every' ? cadence.times : 1)
  const narrowed = conditions.length === 0 ? '' : `（${conditions.join('，')}）`
  const evidence = satisfied.evidence === 0 ? '' : `，每条附佐证${satisfied.evidence}件`
  return `${kind?.title ?? satisfied.kind}${narrowed}${records}条${evidence}`
}
