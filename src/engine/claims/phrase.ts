import type { Surroundings } from './surroundings.ts'

/** Verb and object around a slot as the report words them; where only a direction stands there, the subject before it. */
export function phraseOf({ pre, post, clause, sentence }: Surroundings): string {
  const lead = fromWordBorder(/[\u4e00-\u9fffA-Za-z“”《》0-9]*$/.exec(pre.replace(/[（(：:、]+$/, ''))?.[0] ?? '').replace(/^(?:全年|共|累计|今年以来|年内|其中|并|及|和|与|分别|截至目前)+/, '')
  const object = /^[\u4e00-\u9fffA-Za-z“”《》]{0,10}/.exec(post)?.[0] ?? ''
  if (lead.replace(direction, '').replace(/[“”]/g, '').length > 1 || object !== '') return `${lead}${object}`
  return `${subjectOf(clause) || subjectOf(sentence)}${lead}`
}

const longestLead = 16
const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The last words of a long run: from behind a 了 or 的, or from the first verb of doing, else from a word's beginning; a title stays whole. */
function fromWordBorder(run: string): string {
  if (run.length <= longestLead) return run
  const tail = run.slice(-longestLead * 2)
  const borders = [...tail.matchAll(leadBorder)].map((match) => match.index).filter((at) => tail.length - at <= longestLead && tail.length - at >= 4)
  const words = [...wordSegmenter.segment(tail)].map(({ index }) => index).filter((index) => tail.length - index <= longestLead)
  const from = borders[0] ?? words[0] ?? tail.length - longestLead
  const closes = /^[^《]*》/.exec(tail.slice(from))?.[0].length ?? 0
  const opens = closes > 1 ? tail.lastIndexOf('《', from) : -1
  return tail.slice(opens >= 0 ? opens : from + closes)
}

const leadBorder = /(?<=[了的])(?=[\u4e00-\u9fff“《])|(?=开展|组织|召开|举办|举行|印发|制定|完成|发放|受理|办理|处置|排查|检查|整改|接待|走访|编发|刊发|推送|发布|建立|新增|监测)/g

const direction = /同比|环比|[比较](?:[上去]年(?:同期)?|上[届季]度?|同期|年初)?|多出|增产|减产|20\d\d年|[又快慢早涨多少]|分别|提高|提升|上升|增长|增加|净增|下降|降低|减少|压缩|缩短|增|降|升|仅|达到?|为|至|到|了|占|由|从|上年|去年|的/g

/** The nouns a clause begins with, before its first number: 农村生活污水治理率由. */
function subjectOf(words: string): string {
  const parts = words.split(/[，；、。：]/).filter((part) => /[\u4e00-\u9fff]{2}/.test(part.replace(direction, '')))
  const last = parts.at(-1) ?? ''
  return (/[\u4e00-\u9fffA-Za-z“”]{2,14}/.exec(last)?.[0] ?? '').replace(/(?:[由从达为占]*[xX×]+|[由从达为占]+)$/, '')
}
