import type { WriteSheet } from 'hucre/xlsx'
import { columnLetters } from '../rows/cell.ts'

/** Lists too long for a drop-down of their own (Excel takes 255 characters) stand in columns of a hidden sheet. */
export interface Options {
  /** What a list validation needs for these titles. */
  listOf(titles: string[]): { values: string[] } | { formula1: string }
  sheet(): WriteSheet | null
}

export const optionsSheetName = '选项'
const inlineCharacters = 250

export function optionLists(): Options {
  const lists = new Map<string, { column: number; titles: string[] }>()
  return {
    listOf(titles) {
      const joined = titles.join(',')
      if (joined.length <= inlineCharacters && !titles.some((title) => /[,"]/.test(title))) return { values: titles }
      const { column } = lists.get(joined) ?? { column: lists.size }
      lists.set(joined, { column, titles })
      const letters = columnLetters(column)
      return { formula1: `'${optionsSheetName}'!$${letters}$1:$${letters}$${titles.length}` }
    },
    sheet() {
      if (lists.size === 0) return null
      const columns = [...lists.values()].map(({ titles }) => titles)
      const height = Math.max(...columns.map((titles) => titles.length))
      return {
        name: optionsSheetName,
        hidden: true,
        rows: Array.from({ length: height }, (_, row) => columns.map((titles) => titles[row] ?? null)),
      }
    },
  }
}
