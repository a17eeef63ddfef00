import type { Place } from './names.ts'

export interface ListPlace extends Place {
  of: 'documents' | 'materials' | 'studies' | 'activities'
}

const documentRun = /《[^》\n]{2,80}》(?:\s*(?:、|和|以及|及|与|，)?\s*《[^》\n]{2,80}》)*/g
const activityRun = /“[^”\n]{2,30}”(?:\s*(?:、|和|及|与)?\s*“[^”\n]{2,30}”)*/g
const issued = /(?:印发|制定|制订|出台|修订|编制|编印|起草|下发|发布|发放|派发|印制|制发|完善|建立|健全|拟定|拟订|编写|推出|形成|编发|修改|颁布|签订|发出|刊发|转发)(?:了|并印发|下发|实施|完善|修订|印发|出台|\/)?[^，。；《》]{0,16}$/
const handedOut = /(?:发放|派发|印制)(?:了)?[^，。；《》]{0,16}$/
const studied = /(?:学习|传达|观看|宣讲|解读|研读|领学|收看|研学|阅读|宣传贯彻|组织学)(?:了|贯彻|宣传|领会|传达|学习|落实)?[^，。；《》]{0,16}$/
const cited = /(?:根据|按照|依据|依照|遵照|对照|贯彻|落实|执行|严格执行|遵守|违反|符合|按|纳入|围绕|结合)(?:落实|执行|了)?[^，。；《》]{0,14}$/
const activityTail = /^(?:等)?[\u4e00-\u9fff]{0,8}?(?:活动|行动|比赛|竞赛|辩论赛|评选|大赛|宣讲|论坛|讲堂|讲坛|课堂|专题讲座|讲座|培训班|展|晚会|征文|演讲|主题党日|月|周|日|评先|专项|义诊|志愿服务)/

/** Adjacent 《…》 that the unit issued or studied and adjacent named activities “…”, each run one place. */
export function listsIn(text: string): ListPlace[] {
  const places: ListPlace[] = []
  for (const match of text.matchAll(documentRun)) {
    const of = documentsOf(text, match.index)
    if (of !== null) places.push({ ...placeOf(match), of })
  }
  for (const match of text.matchAll(activityRun)) {
    const after = text.slice(match.index + match[0].length)
    if (!activityTail.test(after) || /^“[xX×*]+”$/.test(match[0])) continue
    const before = text.slice(Math.max(0, match.index - 14), match.index)
    if (/(?:开展|组织|举办|参加|举行|承办|推进|策划|结合|启动|以|组织参加|、|实施|抓好|做好|联合|依托)[^，。；“”]{0,10}$/.test(before) || /^[\u4e00-\u9fff]{0,6}(?:活动|评选|大赛|竞赛|比赛)/.test(after)) {
      places.push({ ...placeOf(match), of: 'activities' })
    }
  }
  return places.sort((a, b) => a.start - b.start).filter((place, at, all) => at === 0 || (all[at - 1]?.end ?? 0) <= place.start)
}

function documentsOf(text: string, at: number): 'documents' | 'materials' | 'studies' | null {
  const before = text.slice(Math.max(0, at - 28), at)
  const clause = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1)
  const [own, study, basis] = [issued, studied, cited].map((verb) => verb.exec(clause)?.index ?? -1)
  if ((own ?? -1) < 0 && (study ?? -1) < 0) return null
  if ((basis ?? -1) > Math.max(own ?? -1, study ?? -1)) return null
  if ((own ?? -1) < (study ?? -1)) return 'studies'
  return handedOut.test(clause) ? 'materials' : 'documents'
}

function placeOf(match: RegExpExecArray): Place {
  return { start: match.index, end: match.index + match[0].length, text: match[0], missing: false }
}
