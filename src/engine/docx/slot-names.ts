import { DocxError } from './errors.ts'
import { childOf, type XmlElement } from './xml-parse.ts'

// Word allows 64 characters in a control's tag and 40 in a bookmark's name, there only letters, digits and '_'.
const form = /^[A-Za-z0-9-]{1,32}$/

/** Throws `bad-slot` for tags that are malformed or stand twice. */
export function checkTags(tags: string[]): void {
  const seen = new Set<string>()
  for (const tag of tags) {
    if (!form.test(tag)) throw new DocxError('bad-slot', `填空标记“${tag}”应为 1 至 32 个英文字母、数字或连字符。`)
    if (seen.has(tag)) throw new DocxError('bad-slot', `填空标记“${tag}”重复。`)
    seen.add(tag)
  }
}

export const controlTag = (tag: string): string => `tz:${tag}`

export const tagOfControl = (value: string): string | null => /^tz:(.+)$/.exec(value)?.[1] ?? null

/** `copy` is 1 for the slot itself, 2 and on for its repetitions, since names are unique in a document. */
export const bookmarkName = (tag: string, copy: number): string =>
  `tz${copy > 1 ? copy : ''}_${tag.replaceAll('-', '_')}`

export const tagOfBookmark = (name: string): string | null =>
  /^tz\d*_(.+)$/.exec(name)?.[1]?.replaceAll('_', '-') ?? null

/** Bookmark around our own annex; a control would not do, since LibreOffice drops its tag and moves its start. */
export const annexBookmark = 'taizhang_annex'

/** Value of a content control's tag. */
export function tagOf(control: XmlElement): string {
  const properties = childOf(control, 'w:sdtPr')
  return (properties && childOf(properties, 'w:tag')?.attributes['w:val']) ?? ''
}
