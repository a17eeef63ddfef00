import { Button } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import type { KindForm } from '../../../records/contract/entry.ts'
import { texts } from './texts.ts'
import type { CellProblem } from './use-pasted.ts'

interface Props {
  rows: string[][]
  headingRows: number
  columns: (string | null)[]
  form: KindForm | undefined
  problems: CellProblem[]
  onColumns(columns: (string | null)[]): void
  onRows(rows: string[][]): void
}

/** The pasted rows as they are, each cell to be changed, with what each column was taken for and each error at its cell. */
export function PastedTable({ rows, headingRows, columns, form, problems, onColumns, onRows }: Props) {
  const messages = useText(texts)
  const width = Math.max(columns.length, ...rows.map((row) => row.length))
  const places = Array.from({ length: width }, (_, column) => column)
  const titleOf = (column: number) => form?.fields[columns[column] ?? '']?.title ?? messages.column(column + 1)
  const setCell = (row: number, column: number, text: string) =>
    onRows(rows.map((cells, at) => (at === row ? places.map((place) => (place === column ? text : (cells[place] ?? ''))) : cells)))
  return (
    <div className="pasted-scroll" tabIndex={0}>
      <table className="pasted">
        <thead>
          <tr>
            <th scope="col">{messages.row}</th>
            {places.map((column) => (
              <th key={column} scope="col">
                <select
                  aria-label={messages.column(column + 1)} value={columns[column] ?? ''} disabled={form === undefined}
                  onChange={(event) => onColumns(places.map((place) => (place === column ? event.target.value || null : (columns[place] ?? null))))}
                >
                  <option value="">{messages.unused}</option>
                  <option value="unit">{messages.unitColumn}</option>
                  {Object.entries(form?.fields ?? {}).map(([id, { title }]) => <option key={id} value={id}>{title}</option>)}
                </select>
              </th>
            ))}
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => {
            if (row < headingRows) return <tr key={row} className="pasted-heading"><th scope="row">{messages.heading}</th>{places.map((column) => <td key={column}>{cells[column]}</td>)}<td /></tr>
            const own = problems.filter((problem) => problem.row === row)
            return (
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {places.map((column) => {
                  const wrong = own.find((problem) => problem.column === column)
                  return (
                    <td key={column} className={wrong === undefined ? '' : 'pasted-wrong'}>
                      <input
                        aria-label={messages.cell(row + 1, titleOf(column))} aria-invalid={wrong !== undefined} value={cells[column] ?? ''}
                        onChange={(event) => setCell(row, column, event.target.value)}
                      />
                      {wrong !== undefined && <p>{wrong.message}</p>}
                    </td>
                  )
                })}
                <td className="pasted-row-end">
                  {own.filter((problem) => problem.column === null).map((problem) => <p key={problem.message}>{problem.message}</p>)}
                  <Button size="small" type="text" aria-label={messages.removeRow(row + 1)} onClick={() => onRows(rows.filter((_, at) => at !== row))}>×</Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
