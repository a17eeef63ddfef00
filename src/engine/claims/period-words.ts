import { sentenceStart } from './reading.ts'

const words = /(?:去年同期|上年同期|去年|上年|(?:上|下)半年|第?[一二三四1-4]季度|\d{1,2}\s*[—–~至到-]\s*\d{1,2}月|截至目前)/g

/** The words of a sentence that say another period than the report's own, the last before the slot; else null. */
export function periodWords(text: string, offset: number): string | null {
  const before = text.slice(sentenceStart(text, offset), offset)
  const found = [...before.matchAll(words)].at(-1)
  if (found === undefined) return null
  const between = before.slice(found.index - 2 < 0 ? 0 : found.index - 2)
  if (/^.{0,2}(?:较|比|同比|与)/.test(between) || before.slice(0, found.index).endsWith('每')) return null
  return found[0]
}
