import { overlaps, type Span } from './protected.ts'

export interface Place {
  start: number
  end: number
  text: string
  missing: boolean
}

/** 大队长, 教导员, 站长: the general endings of an office; 馆员 and 队员 count people as soon as they follow a number. */
const offices = '[\u4e00-\u9fff]{0,4}?(?:队长|院长|局长|校长|站长|所长|馆长|园长|科长|处长|部长|厅长|署长|县长|区长|市长|镇长|乡长|村长|会长|社长|司长|庭长|理事长|董事长|秘书长|检察长|审计长|总编辑|书记|主任|主席|经理|教导员|指导员|政委)'
const people = '副?(?:老师|医生|教授|主管|委员|同志|同学|先生|女士)'
const bodies = `${offices}|${people}|公安局|交通局|教育局|财政局|卫健委|医保局|人社局|市监局|[\u4e00-\u9fff]{0,4}(?:局|委员会|医院|学校|中学|小学|幼儿园|学院|大学|公司|集团|街道|社区|开发区|管委会|公众号|工作群|中心)|省|市|县|区|镇|乡|村|委(?!员)|院|部(?![视])|厅|科(?:室)?|办(?=[公，。负]|$)`
const anonymous = new RegExp(`(?<![A-Za-z\\d])(?:[xX×]{1,4}|\\*{1,3}|○{1,3}|某{1,2})(?![个名位])(?:${bodies})`, 'g')
const surname = /(?<=[，。、：:（(\s]|^|由|经|和|与|请|向|邀请|表彰|授予|获得者|带头人|(?:联系|负责|经办|填报)人[：: ]?)[\u4e00-\u9fff](?:[xX×]{1,2}|某{1,2})(?=同志|书记|主任|局长|[，。、；;等）)\s]|[两三]位|$|为|获|被|荣|审核|审定|签批|负责|主持|牵头)(?:同志|书记|主任|局长)?/g
const gapped = new RegExp(`[【（(][\\s_]{1,6}[】）)](?:书记|主任|同志|局长|院长|校长|市长|县长|区长|镇长)(?![会长])`, 'g')
const quoted = /“[xX×*]{1,4}”(?=[\u4e00-\u9fff]{0,6}(?:活动|行动|工程|专项|品牌|制度|机制|模式|平台|精神))/g
const letters = /(?<![A-Za-z])([A-Z])\1{1,3}(?=公众号|微信|工作群|网站|平台|公司|单位|局|医院|学校|APP|App)(?:公众号|微信公众号|工作群|网站|平台|公司|单位|局|医院|学校)?/g

/** Anonymised names: x局, X市长, x同志, 李x, AAA公众号; `text` is the readable form. */
export function namesIn(text: string, guarded: Span[]): Place[] {
  const places: Place[] = []
  for (const pattern of [anonymous, surname, gapped, quoted, letters]) {
    for (const match of text.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length, text: match[0], missing: true }
      if (isCount(match[0], text.slice(place.end))) continue
      if (overlaps(guarded, place.start, place.start + 1) || places.some((other) => other.start < place.end && place.start < other.end)) continue
      places.push(place)
    }
  }
  return places.sort((a, b) => a.start - b.start)
}

/** x部视频 and x处隐患 count; x部 and x处室 are named. */
function isCount(name: string, after: string): boolean {
  return /^[xX×*○]+部$/.test(name) && !/^(?:长|门|队|主任|书记|认真|牵头|负责|联合)/.test(after)
}
