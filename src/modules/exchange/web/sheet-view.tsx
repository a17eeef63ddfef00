import { Button, Dropdown, Select } from 'antd'
import type { z } from 'zod'
import { Blank } from '../../../web/ui/blank.tsx'
import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { LedgerPreview, SheetView as SheetSchema } from '../contract.ts'
import { correctionOf, withCorrection, withRow, type Order } from './order.ts'
import { useLedgerKinds } from './questions.ts'
import { texts } from './texts.ts'

type Sheet = z.output<typeof SheetSchema>

interface Props {
  sheet: Sheet
  errors: z.output<typeof LedgerPreview>['errors']
  order: Order
  change(order: Order): void
}

const autoKind = '*'
const noKind = '-'

/** A sheet as it stands in Excel: what it was taken for, what each column feeds, and what became of each row. */
export function SheetView({ sheet, errors, order, change }: Props) {
  const text = useText(texts).sheet
  const kinds = useLedgerKinds().data?.kinds ?? []
  const { kind } = correctionOf(order, sheet)
  const choose = (value: string) => change(withCorrection(order, sheet, { kind: value === autoKind ? undefined : value === noKind ? null : value, columns: undefined }))
  return (
    <>
      <div className="sheet-head">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={text.kind}
          className="sheet-kind"
          value={kind === undefined ? autoKind : (kind ?? noKind)}
          onChange={choose}
          options={[
            { value: autoKind, label: sheet.kindTitle === null ? text.auto : `${text.auto}${sheet.kindTitle === '' ? '' : `：${sheet.kindTitle}`}` },
            { value: noKind, label: text.leaveOut },
            ...kinds.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <p className="muted">
          {text.reason(sheet.reason)} · {text.counted(readableNumber(sheet.records), readableNumber(sheet.skippedCount))}
        </p>
      </div>
      {sheet.inferred.length > 0 && (
        <p className="muted">
          {text.inferred}：{sheet.inferred.join('；')}
        </p>
      )}
      {sheet.shown.length === 0 ? <Blank title={text.empty} explain="" /> : <SheetGrid sheet={sheet} errors={errors} order={order} change={change} />}
      {sheet.shown.length >= shownRows && <p className="muted">{text.shownPart(shownRows)}</p>}
    </>
  )
}

const shownRows = 60

function SheetGrid({ sheet, errors, order, change }: Props) {
  const text = useText(texts).sheet
  const width = Math.max(...sheet.shown.map(({ cells }) => cells.length), ...sheet.columns.map(({ column }) => indexOf(column) + 1), 1)
  const letters = Array.from({ length: width }, (_, index) => lettersOf(index))
  const problems = new Map(errors.map(({ cell, message }) => [cell, message]))
  const reasons = new Map(sheet.skipped.map(({ row, reason }) => [row, reason]))
  return (
    <div className="sheet-scroll" tabIndex={0} role="region" aria-label={sheet.sheet}>
      <table className="sheet-grid">
        <thead>
          <tr>
            <th scope="col" className="sheet-corner">{text.row}</th>
            {letters.map((column) => (
              <th key={column} scope="col">
                <span className="sheet-letter">{column}</span>
                {sheet.kind !== null && <ColumnMenu column={column} sheet={sheet} order={order} change={change} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.shown.map(({ row, cells, as }) => (
            <tr key={row} className={`sheet-row-${as}`}>
              <th scope="row">
                <RowMenu row={row} as={as} reason={reasons.get(row)} sheet={sheet} order={order} change={change} />
              </th>
              {letters.map((column, index) => {
                const problem = problems.get(`${column}${row}`)
                return (
                  <td key={column} data-cell={`${column}${row}`} tabIndex={problem === undefined ? undefined : -1} className={problem === undefined ? undefined : 'sheet-problem'} title={problem}>
                    {cells[index] ?? ''}
                    {problem !== undefined && <span className="sheet-why">{problem}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ColumnMenu({ column, sheet, order, change }: { column: string } & Omit<Props, 'errors'>) {
  const text = useText(texts).sheet
  const fields = useLedgerKinds().data?.kinds.find(({ id }) => id === sheet.kind)?.fields ?? []
  const read = sheet.columns.find((one) => one.column === column)
  if (read === undefined) return null
  const { columns = {} } = correctionOf(order, sheet)
  const value = column in columns ? columns[column] : read.field
  return (
    <Select
      size="small"
      variant="borderless"
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={200}
      aria-label={text.columnMenu(column)}
      className={value === null ? 'column-unused' : 'column-used'}
      value={value ?? unused}
      onChange={(field) => change(withCorrection(order, sheet, { kind: sheet.kind, columns: { ...columns, [column]: field === unused ? null : field } }))}
      options={[
        { value: unused, label: text.unused },
        { value: 'unit', label: text.unit },
        ...fields.map(({ id, title, required }) => ({ value: id, label: required ? `${title}（${text.required}）` : title })),
      ]}
    />
  )
}

const unused = '-'

function RowMenu({ row, as, reason, sheet, order, change }: { row: number; as: Sheet['shown'][number]['as']; reason: string | undefined } & Omit<Props, 'errors'>) {
  const text = useText(texts).sheet
  const { leaveOut = [], take = [] } = correctionOf(order, sheet)
  const state = leaveOut.includes(row) ? 'left-out' : take.includes(row) ? 'record' : as
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'heading', label: text.takeHeading },
          { key: 'leaveOut', label: text.leaveRow },
          { key: 'take', label: text.takeRow },
        ],
        onClick: ({ key }) => change(key === 'heading' ? withCorrection(order, sheet, { headingRows: [row] }) : withRow(order, sheet, row, key === 'take' ? 'take' : 'leaveOut')),
      }}
    >
      <Button type="text" size="small" aria-label={text.rowMenu(row)} title={reason}>
        {row}
        <span className="sheet-as">{reason ?? text.as[state]}</span>
      </Button>
    </Dropdown>
  )
}

function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}

function indexOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
