import type { RecordFields, SentenceReading } from '../../contract/entry.ts'

/** What stands on the form of a new record; numbers that cannot be read yet are kept as they were typed. */
export interface EntryDraft {
  sentence: string
  kind: string | null
  unitId: string | null
  fields: RecordFields
  /** What the sentence was read as, for the marks on the form; null where it was not read. */
  reading: SentenceReading | null
}

export const emptyDraft: EntryDraft = { sentence: '', kind: null, unitId: null, fields: {}, reading: null }

const within = '.records.new.'

/** Names the draft of a new record: each has its own, so that two tabs do not write over one another. */
export function draftName(recordId: string): string {
  return `records.new.${recordId}`
}

export interface Unfinished {
  key: string
  recordId: string
  draft: EntryDraft
}

/** New records that this browser keeps and that were never saved. */
export function unfinishedDrafts(accountId: string | null, but: string): Unfinished[] {
  const prefix = `taizhang.draft.${accountId ?? 'visitor'}${within}`
  return keysOf().flatMap((key) => {
    if (!key.startsWith(prefix)) return []
    const recordId = key.slice(prefix.length)
    const draft = keptDraft(key)
    return recordId === but || draft === null ? [] : [{ key, recordId, draft }]
  })
}

function keysOf(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function keptDraft(key: string): EntryDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as EntryDraft | null
    return draft === null || (draft.sentence === '' && Object.keys(draft.fields).length === 0) ? null : draft
  } catch {
    return null
  }
}

/** A random UUID, also where the page came without encryption and `crypto.randomUUID` is missing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
