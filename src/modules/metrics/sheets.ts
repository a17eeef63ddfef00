import type { Cell, Sheet } from '../records/list/export-rows.ts'
import type { BehindRecord, FigureRow, FiguresOfYear, Numbers } from './contract.ts'

/** The year of a unit as a table: a row for each metric, its months beside those of the year before. */
export function figuresSheet({ year, figures }: FiguresOfYear): Sheet {
  const months = Array.from({ length: 12 }, (_, month) => month)
  const heading = [
    '台账', '指标', '计量单位', `${year}年累计`, '分子', '分母', '剔除', '记录', `${year - 1}年同期`, '上年同期分子', '上年同期分母',
    ...months.map((month) => `${year}年${month + 1}月`), ...months.map((month) => `${year - 1}年${month + 1}月`),
  ]
  return { heading, rows: inTurn(figures.map(rowOf)), total: figures.length }
}

/** The records behind a figure as a table, with what the figure reads of them. */
export function recordsSheet(records: BehindRecord[]): Sheet {
  const titles = [...new Set(records.flatMap(({ fields }) => fields.map(({ title }) => title)))]
  const rows = records.map(({ occurredOn, unit, title, readable, fields }): Cell[] => {
    const values = new Map(fields.map((field) => [field.title, field.value]))
    return [occurredOn, unit, readable ? title : '（其他单位的记录）', ...titles.map((name) => values.get(name) ?? null)]
  })
  return { heading: ['日期', '单位', '名称', ...titles], rows: inTurn(rows), total: rows.length }
}

function rowOf({ kindTitle, title, measure, form, now, last, months }: FigureRow): Cell[] {
  const parts = (numbers: Numbers | null): Cell[] => (form === 'share' || form === 'rate' ? [numbers?.numerator ?? null, numbers?.denominator ?? null] : [null, null])
  return [
    kindTitle, title, measure, now.value, ...parts(now), now.excluded, now.records, last?.value ?? null, ...parts(last),
    ...months.map((month) => month.now?.value ?? null), ...months.map((month) => month.before?.value ?? null),
  ]
}

async function* inTurn(rows: Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows
}
