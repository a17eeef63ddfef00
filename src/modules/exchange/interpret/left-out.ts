import { cellText, type Cell, type Row } from '../rows/cell.ts'
import { normal } from './normal.ts'
import { remembered } from './remembered.ts'
import type { Match } from './columns.ts'

const total = /^.{0,6}(?:合计|小计|总计|共计|累计)(?:[:(\d].*)?$/
const note = /^(?:备注|注|说明|附注|填表说明|填表人|制表人?|审核人?|复核人?|填报人|填报日期|填表日期|制表日期|制表单位|填报单位|统计人|负责人|单位负责人|主管领导|联系人|联系电话|经办人)[:：]/
const example = /^[(【]?(?:示例|样例|填写示例|例[:：])/

/** Of most rows it is the date that is looked at, and ledgers have few of them. */
const normalOf = remembered(normal)

/** Why a row is no record: a total, a note, a repeated heading, an example; null when it is one. */
export function leftOut(row: Row, matches: Match[], occurred: number, naming: number): string | null {
  const first = row.cells.find((cell) => typeof cell === 'string' && cell.trim() !== '')
  const text = typeof first === 'string' ? normalOf(first.slice(0, 40)) : ''
  if (text !== '' && example.test(text)) return '示例行'
  if (text !== '' && note.test(text)) return '备注或落款'
  if ([text, ...told(row.cells, occurred, naming)].some((words) => total.test(words))) return '合计行'
  if (repeats(row.cells, matches)) return '重复的表头'
  return null
}

/** A record about totals (2026年累计…) has its date: only a row whose date says nothing is a total by its name. */
function told(cells: Cell[], occurred: number, naming: number): string[] {
  const date = cells[occurred]
  const dateText = typeof date === 'string' ? normalOf(date) : ''
  if (typeof date === 'number' || /\d/.test(dateText)) return []
  const name = cells[naming]
  return [dateText, typeof name === 'string' && name.length <= 20 ? normal(name) : '']
}

function repeats(cells: Cell[], matches: Match[]): boolean {
  let same = 0
  for (const { column, heading, field } of matches) {
    if (field === null) continue
    const text = cellText(cells[column])
    if (text === '') continue
    if (!heading.endsWith(text.replace(/\s+/g, ''))) return false
    same += 1
  }
  return same >= 2
}
