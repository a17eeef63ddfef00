import type { Slot } from '../../../engine/claims/slot.ts'
import type { Metric } from '../../packs/schema/metric.ts'

/** What does not fit between the words of a slot and a metric; null where nothing speaks against it. */
export function unfitness({ form, measure, kind }: Slot, metric: Pick<Metric, 'form' | 'measures' | 'title'>): string | null {
  if (kind === 'list') return metric.form === 'count' ? null : '这里要列出记录的名称，只有计数的指标列得出'
  const divided = metric.form === 'share' || metric.form === 'rate'
  if ((form === 'share' || form === 'rate') && !divided && metric.form !== 'latest') return `这里说的是比率，而“${metric.title}”不是`
  if (form === 'change' && metric.form !== 'change') return `这里说的是变化，而“${metric.title}”不是`
  if (form !== 'change' && metric.form === 'change') return `“${metric.title}”是与上年同期相比的变化，而这里不是`
  if (form === 'count' && divided) return `这里说的是数量，而“${metric.title}”是比率`
  const bare = (measure ?? '').replace(/^[万亿余]/, '')
  return bare === '' || metric.measures.some((one) => one === measure || one === bare) ? null : `这里的量词是“${measure}”，指标按“${metric.measures[0]}”计`
}
