/** The cells of rows as a spreadsheet copies them: tabs between cells, quotes around a cell with a line break in it. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const endRow = () => {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row)
    row = []
  }
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  for (let match = pattern.exec(text); match !== null && match.index < text.length; match = pattern.exec(text)) {
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim())
    if (match[3] !== '\t') endRow()
    if (match[0] === '') break
  }
  if (text.endsWith('\t')) row.push('')
  endRow()
  return rows
}
