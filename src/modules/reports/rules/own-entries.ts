import type { SlotForm } from '../../../engine/claims/slot.ts'

export interface Wanted {
  /** An existing kind, or the title of one to come. */
  kind: { id: string } | { title: string }
  metric: string
  measure: string
  phrases: string[]
  facets: Record<string, string>
  form: SlotForm | null
}

/** The kind that takes figures which others tell the unit; it names them by a field of its own. */
export const toldByOthers = 'received-statistic'

/** Numbers that are told, not counted: the newest one is the one that holds. */
const told: ReadonlySet<SlotForm> = new Set(['share', 'rate', 'rank', 'score', 'duration', 'change'])

const source = { rule: '本单位在报告中的统计口径', tag: 'unverified' }

/** A kind of one's own: a date, a name, and the number that a report asks for. */
export function ownKind(title: string, { form, measure }: Pick<Wanted, 'form' | 'measure'>): object {
  const isTold = form !== null && told.has(form)
  const number = isTold
    ? { title: '数值', type: 'decimal', digits: 2, required: true, measure, names: ['数据', '结果'] }
    : { title: '数量', type: 'integer', measure, names: ['数', '合计', '数目'] }
  return {
    title, source, occurred: 'date', naming: 'title', sheets: [title],
    fields: {
      date: { title: '日期', type: 'date', required: true, names: ['时间', '发生日期'] },
      title: { title: '名称', type: 'text', required: true, names: ['事项', '内容', '主题'] },
      amount: number,
      remark: { title: '备注', type: 'text', names: ['说明'] },
    },
  }
}

/** The metric that fills a slot like this: a sum in which a record without a number counts one, or the newest number. */
export function ownMetric(kindId: string, wanted: Wanted): object {
  const { metric: title, measure, phrases, form, facets } = wanted
  const common = { title, source, kind: kindId, measures: [measure], phrases: [...new Set([title, ...phrases])] }
  if (kindId === toldByOthers) return { ...common, form: 'latest', field: 'value', digits: 2, where: { name: [title] }, facets: [] }
  if ('id' in wanted.kind) return { ...common, form: 'count', where: Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value]])) }
  if (form !== null && told.has(form)) return { ...common, form: 'latest', field: 'amount', digits: 2 }
  return { ...common, form: 'sum', field: 'amount', absent: 1 }
}
