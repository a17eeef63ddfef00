import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'
import type { Catalogue } from '../modules/packs/schema/pack.ts'
import { bureau, type DemoRecord } from './bureau.ts'

/** The bureau's ledger of a year as an ordinary Excel workbook: a sheet for each kind, with title, heading and total rows. */
export async function demoLedger(year: number, records: DemoRecord[], catalogue: Catalogue): Promise<Uint8Array> {
  const own = records.filter((record) => String(record.fields['date']).startsWith(String(year)))
  const sheets: WriteSheet[] = []
  for (const [id, kind] of catalogue.kinds) {
    const rows = own.filter((record) => record.kind === id)
    if (rows.length > 0) sheets.push(sheetOf(year, kind, rows, catalogue))
  }
  return writeXlsx({ sheets, defaultFont: { name: '宋体', size: 11 } })
}

type Kind = Catalogue['kinds'] extends Map<string, infer K> ? K : never

function sheetOf(year: number, kind: Kind, records: DemoRecord[], catalogue: Catalogue): WriteSheet {
  const fields = Object.entries(kind.fields).filter(([id]) => records.some((record) => record.fields[id] !== undefined))
  const heading = ['序号', ...fields.map(([, field]) => field.title), '责任科室']
  const rows = records.map((record, at): CellValue[] => [
    at + 1,
    ...fields.map(([id, field]) => cellOf(record.fields[id], field.type, catalogue.vocabularies.get(field.vocabulary ?? '')?.values ?? {})),
    record.section,
  ])
  return {
    name: kind.title,
    rows: [[`${bureau.unit}${year}年${kind.title}台账（虚构）`], heading, ...rows, ['合计', `${records.length}条`]],
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: heading.length - 1 }],
    freezePane: { rows: 2 },
  }
}

function cellOf(value: string | number | string[] | undefined, type: string, titles: Record<string, { title: string }>): CellValue {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map((one) => titles[one]?.title ?? one).join('、')
  if (type === 'date') return String(value).replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
  return typeof value === 'number' ? value : (titles[value]?.title ?? value)
}

export const demoLedgerName = (year: number): string => `${bureau.unit}${year}年台账.xlsx`
