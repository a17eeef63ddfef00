import type { Figure } from './figure.ts'

export const states = ['no-value', 'no-records', 'excluded', 'partial'] as const
export const orders = ['number', 'value', 'metric'] as const

/** What the reader asked to see; null leaves a filter open. */
export interface Selection {
  words: string
  metric: string | null
  state: (typeof states)[number] | null
}

export const everything: Selection = { words: '', metric: null, state: null }

export type Order = (typeof orders)[number]

/** The figures that hold all the words asked for, are of the metric, and in the state; in their order. */
export function selectFigures(figures: Figure[], { words, metric, state }: Selection): Figure[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return figures.filter(
    (figure) =>
      (metric === null || figure.metric === metric) &&
      (state === null || isInState[state](figure)) &&
      wanted.every((word) => searchedText(figure).includes(word)),
  )
}

const isInState: Record<(typeof states)[number], (figure: Figure) => boolean> = {
  'no-value': ({ value }) => value === null,
  'no-records': ({ records }) => records === 0,
  excluded: ({ excluded }) => excluded > 0,
  partial: ({ denominator }) => denominator !== null,
}

function searchedText({ text, sentence, metricTitle, how, unit }: Figure): string {
  return `${text}\n${sentence}\n${metricTitle}\n${how}\n${unit}`.toLowerCase()
}

/** Compares two figures by an order; without a value comes first, ties keep the order of the report. */
export function compareFigures(order: Order, left: Figure, right: Figure): number {
  const difference =
    order === 'number' ? 0
    : order === 'metric' ? left.metricTitle.localeCompare(right.metricTitle, 'zh-CN')
    : (left.value ?? Number.MIN_SAFE_INTEGER) - (right.value ?? Number.MIN_SAFE_INTEGER)
  return difference === 0 ? left.number - right.number : difference
}

/** The metrics of a report for a choice, each once, with how often it stands there; by title. */
export function metricsOf(figures: Figure[]): { metric: string; title: string; count: number }[] {
  const found = new Map<string, { metric: string; title: string; count: number }>()
  for (const { metric, metricTitle } of figures) {
    const entry = found.get(metric) ?? { metric, title: metricTitle, count: 0 }
    found.set(metric, { ...entry, count: entry.count + 1 })
  }
  return [...found.values()].sort((left, right) => left.title.localeCompare(right.title, 'zh-CN'))
}
