/** What reading a sentence matches against: plain data, built from the packs. */
export interface SentenceLexicon {
  kinds: SentenceKind[]
  vocabularies: Record<string, SentenceValue[]>
  units: { unitId: string; name: string }[]
}

export interface SentenceKind {
  id: string
  /** How people speak of it; `…` stands for words between the two parts of a phrase. */
  phrases: string[]
  /** The date field a record stands for, and the text field that names it. */
  occurred: string
  naming: string
  fields: SentenceField[]
}

export interface SentenceField {
  id: string
  type: 'text' | 'date' | 'integer' | 'decimal' | 'choice'
  /** Its title and the other names it goes by. */
  names: string[]
  vocabulary: string | null
  required: boolean
  many: number
  measure: string | null
  digits: number
}

export interface SentenceValue {
  id: string
  title: string
  synonyms: string[]
}

/** A value that the sentence gives a field, and where it was read; 0 and 0 where nothing says it. */
export interface Guess {
  field: string
  value: string | number | string[]
  start: number
  end: number
}

export interface Found {
  start: number
  end: number
}

export const overlaps = (one: Found, other: Found): boolean => one.start < other.end && other.start < one.end

/** The sentence with full-width letters and digits made plain; every character keeps its place. */
export function plain(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => {
    const narrow = String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
    return /[0-9A-Za-z%.:/~-]/.test(narrow) ? narrow : wide
  })
}
