/** A calendar file to begin with: its parts named, one range given as an example. */
export function blankNotice(year: number): string {
  return `title: ${year}年节假日安排
edition: 国办发明电〔${year - 1}〕号
announced: true
source: { rule: 国务院办公厅关于${year}年部分节假日安排的通知, tag: verified }
days:
  - { from: ${year}-01-01, to: ${year}-01-03, status: rest, name: 元旦 }
`
}
