/**
 * Titles 《…》, the names of accounts and activities and the area of a meeting narrow nothing: they are blanked, offsets
 * stay, and so are the offices that helped. Of a name only its last word may say what it is: 《致居民一封信》,
 * “安全生产宣传月”.
 */
export function withoutNames(text: string): string {
  return text.replace(names, blanked).replace(areas, blanked)
}

const names =
  /《[^》]*(?:》|$)|^[^《]*》|“[^”]*”(?=(?:、?“[^”]*”)*[\u4e00-\u9fff]{0,8}(?:公众号|视频号|抖音|微博|新媒体|网站|客户端|活动|行动|评选|大赛))/g
const areas = /全[市县区省](?=[^，。；]{0,14}(?:会|培训|检查|活动|演练))|[\u4e00-\u9fff]{2}系统(?=[共累全])|(?:会同|联合)[^，。；]{2,20}?部门/g
const lastWord = /(?:一封信|明白卡|倡议书|(?:舆情)?(?:专报|快报|简报|周报|月报)|宣传[月周日]|[五六七八]进)[》”]$/

function blanked(name: string): string {
  const said = lastWord.exec(name)?.[0] ?? ''
  return '\u0002'.repeat(name.length - said.length) + said
}
