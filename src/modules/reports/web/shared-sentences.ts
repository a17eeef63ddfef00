import type { Figure } from './figure.ts'

/** For each figure, all figures of its sentence in their order: two equal numbers in one sentence are told apart by it. */
export function sharedSentences(figures: Figure[]): (figure: Figure) => Figure[] {
  const byPlace = new Map<string, Figure[]>()
  for (const figure of figures) {
    const place = placeKey(figure)
    byPlace.set(place, [...(byPlace.get(place) ?? []), figure])
  }
  return (figure) => byPlace.get(placeKey(figure)) ?? [figure]
}

function placeKey({ line, sentence }: Figure): string {
  return `${line}\n${sentence}`
}
