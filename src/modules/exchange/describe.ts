import type { ColumnReading, LedgerReading, SheetReading, SkippedRow } from './reading.ts'

const shown = 20

/** How a ledger was understood, as lines for people: sheets, columns, rows left out, errors with their cells. */
export function describeReading(reading: LedgerReading): string[] {
  const several = reading.files.length > 1
  const lines = reading.sheets.flatMap((sheet) => sheetLines(sheet, several ? `${sheet.file}　` : ''))
  const errors = reading.errors.slice(0, shown).map(({ file, sheet, cell, message }) => `错误：${several ? `${file}　` : ''}${sheet} ${cell}：${message}`)
  const rest = reading.errorCount - errors.length
  return [...lines, ...errors, ...(rest > 0 ? [`还有 ${rest} 处错误。`] : []), `共 ${reading.recordCount} 条记录，${reading.errorCount} 处错误。`]
}

function sheetLines(sheet: SheetReading, file: string): string[] {
  if (sheet.kindTitle === null) return [`${file}工作表“${sheet.sheet}”未读取：${sheet.reason}`]
  const used = sheet.columns.filter(({ field }) => field !== null).map(usedText)
  const unused = sheet.columns.filter(({ how }) => how.startsWith('未使用')).map(({ column, heading, how }) => `${column} ${heading}${how === '未使用' ? '' : '（表头重复）'}`)
  return [
    `${file}工作表“${sheet.sheet}” → ${sheet.kindTitle}（${sheet.reason}），表头在第 ${sheet.headingRows.join('、')} 行，${sheet.records} 条记录`,
    `　使用的列：${used.join('，')}`,
    ...(unused.length > 0 ? [`　未使用的列：${unused.slice(0, shown).join('，')}${unused.length > shown ? ` 等 ${unused.length} 列` : ''}`] : []),
    ...sheet.inferred.map((text) => `　${text}`),
    ...(sheet.skippedCount > 0 ? [`　略过 ${sheet.skippedCount} 行：${skippedText(sheet.skipped)}`] : []),
  ]
}

/** A heading under another name than the field's says what it was taken for: B 召开时间→召开日期（名称相近）. */
function usedText({ column, heading, fieldTitle, how }: ColumnReading): string {
  if (heading.replace(/[(（][^()（）]*[)）]$/, '') === fieldTitle) return `${column} ${heading}`
  return `${column} ${heading}→${fieldTitle ?? ''}${how === '名称相近' ? `（${how}）` : ''}`
}

function skippedText(skipped: SkippedRow[]): string {
  const rows = skipped.slice(0, shown).map(({ row, reason }) => `第 ${row} 行${reason}`)
  return rows.join('，') + (skipped.length > shown ? '……' : '')
}
