const office = /[\u4e00-\u9fff]{2,16}?(?:局|委员会|中心|总队|支队|大队|公司|集团|大学|学院|学校|中学|小学|幼儿园|医院|图书馆|博物馆|办公室)/g

/**
 * The names of the body in the first line of its report: 铜湾市统计局. What such a name says is the matter of all the
 * body does, so it narrows none of its figures.
 */
export function ownBodyOf(paragraphs: { text: string }[]): string {
  const title = paragraphs.find(({ text }) => text.trim() !== '')?.text ?? ''
  return (title.slice(0, 80).match(office) ?? []).join('，')
}
