/** Words and marks that a phrase passes over where they stand inside it: 受理各类诉求, 落实“第一议题”学习. */
const passedOver = /^(?:[“”"]|各类|各级|各项|各种|了(?!解)|全部)/

const widestGap = 8

/**
 * Where `words` end in the text when they begin at `at`, marks and fillers within passed over; a 「…」 stands for up to eight
 * letters of the same clause, the slot included; -1 when they do not stand there.
 */
export function endOfMatch(text: string, at: number, words: string): number {
  let end = at
  for (let letter = 0; letter < words.length; ) {
    if (text[end] === words[letter]) {
      end += 1
      letter += 1
      continue
    }
    if (words[letter] === '…') return endBehindGap(text, end, words.slice(letter + 1))
    const filler = letter === 0 ? null : passedOver.exec(text.slice(end, end + 3))
    if (filler === null) return -1
    end += filler[0].length
  }
  return end
}

function endBehindGap(text: string, from: number, rest: string): number {
  const at = text.slice(from, from + widestGap + rest.length).indexOf(rest)
  return at < 0 || /[，。；、]/.test(text.slice(from, from + at)) ? -1 : from + at + rest.length
}
