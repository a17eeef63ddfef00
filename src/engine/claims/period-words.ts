import { clauseAround, sentenceStart } from './reading.ts'

const quarter = '[一二三四1-4]'
const words = new RegExp(
  [
    '[去上]年同期|[去上]年|[上下]半年|截至目前',
    '前[二两三]个?季度',
    `第?${quarter}(?:季度)?\\s*[—–~～至到-]\\s*第?${quarter}季度`,
    `第?${quarter}季度`,
    '前(?:\\d{1,2}|[一二三四五六七八九十]{1,2})个?月',
    '\\d{1,2}月?\\s*[—–~～至到-]\\s*\\d{1,2}月',
  ].join('|'),
  'g',
)

/**
 * The words that say another period than the report's own for a figure, else null: those of its own clause, or those
 * that open the sentence and so hold for all of it (上半年，召开会议x次，举办培训y期). The last before the figure wins.
 */
export function periodWords(text: string, offset: number): string | null {
  const from = sentenceStart(text, offset)
  const clause = clauseAround(text, offset, offset).start
  const before = text.slice(from, offset)
  const found = [...before.matchAll(words)].filter(({ index, 0: word }) => from + index >= clause || opens(before, index, word)).at(-1)
  if (found === undefined || isCompared(before, found.index)) return null
  return isLeft(before.slice(found.index + found[0].length)) ? null : found[0]
}

/** 由去年的5件降到, 去年5件、今年: the words since have come back to the report's own period. */
function isLeft(since: string): boolean {
  return /今年|本年|全年|目前|现已/.test(since) || /[\dxX×_*○〇零一二三四五六七八九十百千万】）][^，。；\d]{0,8}(?:[升降增减提压缩]\S{0,2}|变)?[到至为]$/.test(since)
}

/** 上半年， or 前三季度全市 at the head of a sentence. */
function opens(sentence: string, index: number, word: string): boolean {
  return /^[\s\u3000]*(?:截至|今年|全年|[\u4e00-\u9fff]{0,4})$/.test(sentence.slice(0, index)) && !/[较比]$/.test(sentence.slice(0, index)) && /^(?:以来|[末底]?[，,]|[全我][市县区省局院校])/.test(sentence.slice(index + word.length))
}

/** 较去年, 同比上年, 每季度: what a figure is held against, or how often, not when it was counted. */
function isCompared(before: string, index: number): boolean {
  return /(?:[较比每与]|同比)$/.test(before.slice(Math.max(0, index - 2), index))
}
