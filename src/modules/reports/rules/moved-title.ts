import type { Paragraph, Slot } from '../../../engine/claims/slot.ts'
import { moveYears } from './years.ts'

interface Read {
  document: { paragraphs: Paragraph[] }
  slots: Slot[]
  title: string
  ownYear: number | null
}

/** The title of a report as it reads once its years have moved to the period's. */
export function movedTitle(read: Read, targetYear: number): string {
  const first = read.document.paragraphs.find((paragraph) => paragraph.text.trim() !== '')
  let title = first?.text ?? read.title
  for (const slot of read.slots.filter((one) => one.line === first?.line && one.kind === 'date').toReversed()) {
    const moved = moveYears(slot, title.slice(slot.column + slot.length), read.ownYear, targetYear)
    if (moved !== null) title = title.slice(0, slot.column) + moved + title.slice(slot.column + slot.length)
  }
  return title.trim()
}
