import type { Found, Guess, SentenceKind } from './lexicon.ts'

const quoted = /《([^《》]{1,120})》/
/** What is done with the thing that is named; the name begins behind it. */
const doing = /^(?:(?:组织|统一|联合|牵头|集中|共同|及时|认真|顺利|又|已|共|现|再次|首次|(?:通过|以)?(?:视频|线上|书面|电视电话)(?:会议)?(?:形式|方式)?(?=召|组|举|开))*(?:召集|召开|举办|举行|开展|进行|印发|下发|制定|出台|发布|刊发|推送|发表|报送|上报|签订|主持召开|参加|出席|收到|荣获|获评|获得|组织))+(?:了)?(?:一次|一场|一期|1次|1场|1期)?/
const clock = /^(?:上午|下午|晚上|早上|中午|晚|早)?(?:\d{1,2}(?:[:：时点]\d{0,2}分?))?[，,、：:\s]*/
const places = /^(?:在|于)[^，。；,;]{2,20}?(?=召开|举办|举行|开展|组织|进行|参加)/

/** The field that names a record: the title of what was issued or published, else the clause that says what was done. */
export function namingGuess(text: string, kind: SentenceKind, { days, units }: { days: Found[]; units: Found[] }): Guess | null {
  const field = kind.fields.find(({ id }) => id === kind.naming)
  if (field === undefined) return null
  const title = quoted.exec(text)
  if (title !== null && field.names.some((name) => /标题|文件|制度名称|稿件/.test(name))) {
    const start = title.index + 1
    return { field: field.id, value: (title[1] ?? '').trim(), start, end: start + (title[1] ?? '').length }
  }
  for (const clause of clausesOf(text)) {
    const found = bareClause(text, clause, [...days, ...units])
    if (found !== null) return { field: field.id, value: text.slice(found.start, found.end), ...found }
  }
  return null
}

function clausesOf(text: string): Found[] {
  return [...text.matchAll(/(?:《[^》]*》|[^，。；;,！!？?\n])+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** The clause without day, hour, unit, place and verb; null when nothing with a noun is left. */
function bareClause(text: string, { start, end }: Found, left: Found[]): Found | null {
  // 中心组11月3日学习…: what was done stands behind the day.
  let from = left.reduce((furthest, part) => (part.start >= start && part.end < end - 3 ? Math.max(furthest, part.end) : furthest), start)
  for (let before = -1; before !== from; ) {
    before = from
    for (const part of left) if (part.start <= from && from < part.end) from = part.end
    for (const pattern of [/^[，,、：:\s]+/, clock, places, /^(?:我|本|全)(?:局|单位|院|校|市|县|中心|支队|公司|科)/, doing]) {
      const matched = pattern.exec(text.slice(from, end))
      if (matched !== null) from += matched[0].length
    }
  }
  const kept = text.slice(from, end)
  const counted = /[\s（(]*(?:共|计|约)?(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:人|名|次|场|份|个|件)[^，。]{0,6}$/.exec(kept)
  const bare = (counted === null ? kept : kept.slice(0, counted.index)).trimEnd()
  const led = bare.length - bare.trimStart().length
  const found = { start: from + led, end: from + bare.length }
  return /\p{Script=Han}{2}|[A-Za-z]{3}/u.test(text.slice(found.start, found.end)) ? found : null
}
