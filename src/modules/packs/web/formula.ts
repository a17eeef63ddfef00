import type { zh } from './messages/zh.ts'
import type { Everything, KindEntry, MetricEntry } from './questions.ts'

type Words = (typeof zh)['formula']

/** How a metric is computed, in sentences. */
export function formulaOf(metric: MetricEntry, { kinds, metrics, vocabularies }: Pick<Everything, 'kinds' | 'metrics' | 'vocabularies'>, words: Words): string {
  const kind = kinds.find(({ id }) => id === metric.kind)
  const title = (field: string | undefined) => (field === undefined ? '' : (kind?.fields[field]?.title ?? field))
  const conditions = (...parts: MetricEntry['where'][]) =>
    parts.flatMap((part) => Object.entries(part)).map(([field, values]) => words.is(title(field), values.map((value) => `“${valueTitle(vocabularies, kind, field, value)}”`).join(words.or)))
  const records = (...parts: MetricEntry['where'][]) => {
    const said = conditions(...parts)
    return words.records(kind?.title ?? metric.kind, said.length === 0 ? words.every : words.are(said.join(words.and)))
  }
  const sentences = [main()]
  if (Object.keys(metric.excluding).length > 0) sentences.push(words.excluding(conditions(metric.excluding).join(words.or)))
  if (metric.absent !== undefined && metric.field !== undefined) sentences.push(words.absent(title(metric.field), metric.absent))
  return sentences.join('')

  function main(): string {
    switch (metric.form) {
      case 'count':
        return words.count(records(metric.where))
      case 'sum':
        return words.sum(title(metric.field), records(metric.where))
      case 'distinct':
        return words.distinct(title(metric.field), records(metric.where))
      case 'latest':
        return words.latest(title(metric.field), records(metric.where))
      case 'share':
      case 'rate':
        return words.share(amount(metric.field, part()), amount(metric.over ?? metric.field, records(metric.where)))
      case 'change': {
        const of = metrics.find(({ id }) => id === metric.of)?.title ?? metric.of ?? ''
        return metric.measures[0] === '个百分点' ? words.points(of) : words.change(of)
      }
    }
  }

  function part(): string {
    const said = records(metric.where, metric.part ?? {})
    return metric.narrows === 'part' ? words.narrowedPart(said) : said
  }

  function amount(field: string | undefined, of: string): string {
    return field === undefined ? words.countOf(of) : words.sumOf(title(field), of)
  }
}

function valueTitle(vocabularies: Everything['vocabularies'], kind: KindEntry | undefined, field: string, value: string): string {
  const vocabulary = vocabularies.find(({ id }) => id === kind?.fields[field]?.vocabulary)
  return vocabulary?.values[value]?.title ?? value
}
