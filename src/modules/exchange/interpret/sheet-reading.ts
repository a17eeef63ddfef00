import type { SheetReading } from '../reading.ts'
import { columnLetters, type SheetHead } from '../rows/cell.ts'
import type { Match } from './columns.ts'
import type { KindNames } from './names.ts'

/** A sheet of which nothing is known yet. */
export const emptyReading = (head: SheetHead, file: string): SheetReading => ({
  file,
  sheet: head.name,
  kind: null,
  kindTitle: null,
  reason: head.hidden ? '隐藏的工作表' : '空工作表',
  headingRows: [],
  columns: [],
  inferred: [],
  skipped: [],
  skippedCount: 0,
  records: 0,
  shown: [],
})

const howText: Record<Match['how'], string> = { equal: '名称相同', contained: '名称相近', unit: '单位列', given: '由您指定', numbering: '序号', unused: '未使用' }

/** Tells the reading which kind its sheet is and what its columns mean. */
export function describeColumns(reading: SheetReading, found: { kind: KindNames; matches: Match[] }): void {
  reading.kind = found.kind.id
  reading.kindTitle = found.kind.kind.title
  const titles = found.kind.kind.fields
  const heard = new Set<string>()
  reading.columns = found.matches.map(({ column, heading, field, how }) => {
    const again = how === 'unused' && heard.has(heading)
    heard.add(heading)
    const fieldTitle = how === 'unit' ? '单位' : field === null ? null : (titles[field]?.title ?? field)
    return { column: columnLetters(column), heading, field, fieldTitle, how: again ? '未使用，表头重复' : howText[how] }
  })
}
