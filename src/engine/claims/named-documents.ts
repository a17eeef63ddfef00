import type { Paragraph } from './slot.ts'

export interface NamedDocument {
  line: number
  column: number
  length: number
  text: string
  /** The name without its marks. */
  title: string
}

const law = /^(?:中华人民共和国|国务院)?[^》]*(?:法|条例|宪法|党章|准则|民法典)(?:（[^》]*）)?$/

/** The documents 《…》 a report names as its own; laws and regulations are read by everyone and stand in no ledger. */
export function namedDocuments(paragraphs: Paragraph[]): NamedDocument[] {
  return paragraphs.flatMap(({ line, text }) =>
    [...text.matchAll(/《([^》\n]{2,100})》/g)]
      .map((match) => ({ line, column: match.index, length: match[0].length, text: match[0], title: match[1] ?? '' }))
      .filter(({ title }) => !law.test(title)),
  )
}
