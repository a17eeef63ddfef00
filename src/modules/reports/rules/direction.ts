/** The word before a change that says which way it went, with the offsets of what a change of direction replaces. */
export interface Direction {
  word: string
  column: number
  length: number
  rises: boolean
  /** The other word of a pair to choose from: 增长 of 增长（下降）. */
  paired: string | null
  /** True for 增幅 and 降幅, which name the change and are followed by its amount even at nought. */
  names: boolean
}

const falling: Record<string, string> = {
  上升: '下降', 增长: '下降', 提高: '下降', 提升: '下降', 增加: '减少', 上涨: '下降', 攀升: '下降', 净增: '净减', 前移: '后移',
  多: '少', 增幅: '降幅', 涨幅: '降幅', 持平: '下降',
}
const rising: Record<string, string> = {
  下降: '上升', 减少: '增加', 降低: '上升', 回落: '上升', 下滑: '上升', 压减: '增加', 净减: '净增', 后移: '前移', 少: '多',
  降幅: '增幅', 跌幅: '涨幅', 持平: '上升',
}
const words = [...Object.keys(falling), ...Object.keys(rising)].sort((a, b) => b.length - a.length).join('|')

/** 上升, 上升了约, 上升/下降, 增长（下降）: one word, or both for the author to choose from. */
const spoken = new RegExp(`(?:(${words})\\s*[/／或、（(]\\s*)?(${words})[）)]?([了约近为达]*)$`)

/** The direction that stands directly before an offset of a paragraph, or null. */
export function directionBefore(paragraph: string, offset: number): Direction | null {
  const before = paragraph.slice(Math.max(0, offset - 12), offset)
  const found = spoken.exec(before)
  if (found === null) return null
  const [, paired = null, word = '', filler = ''] = found
  return {
    word,
    column: offset - (before.length - found.index),
    length: before.length - found.index - filler.length,
    paired,
    rises: word !== '持平' && word in falling,
    names: word.endsWith('幅'),
  }
}

/** The word for the other direction. */
export function oppositeOf({ word, rises, paired }: Direction): string {
  if (paired !== null && paired in (rises ? rising : falling)) return paired
  return (rises ? falling : rising)[word] ?? word
}
