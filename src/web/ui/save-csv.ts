import { saveFile } from './save-file.ts'

/** Saves rows as CSV that Excel opens in Chinese; a text that a spreadsheet would take for a formula stays text. */
export function saveCsv(name: string, rows: string[][]): void {
  const written = rows.map((row) => row.map(cell).join(',')).join('\r\n')
  saveFile(`${name}.csv`, new TextEncoder().encode(`\uFEFF${written}\r\n`), 'text/csv')
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
