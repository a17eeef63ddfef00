import { Alert, Button, InputNumber } from 'antd'
import type { z } from 'zod'
import { readableMoment, readableNumber } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import type { LedgerPreview } from '../contract.ts'
import { askedBy, type Order } from './order.ts'
import { texts } from './texts.ts'

interface Props {
  order: Order
  change(order: Order): void
  preview: z.output<typeof LedgerPreview>
  reread(): void
  record(): void
  giveUp(): void
}

/** What an import would do, and the buttons that do it; a changed reading has to be read again first. */
export function ReadingSummary({ order, change, preview, reread, record, giveUp }: Props) {
  const text = useText(texts)
  const { summary } = text
  const language = useLanguage()
  const isChanged = order.read?.asked !== askedBy(order)
  const obstacle = preview.errorCount > 0 ? summary.cannot : preview.records === 0 ? summary.nothing : null
  return (
    <div className="import-summary">
      <p className="import-counts" role="status">
        <strong>{summary.records(readableNumber(preview.records))}</strong>
        {' · '}
        <span className={preview.errorCount > 0 ? 'refusal' : 'muted'}>
          {preview.errorCount > 0 ? summary.errors(readableNumber(preview.errorCount)) : summary.noErrors}
        </span>
      </p>
      {preview.before.map((batch) => (
        <Alert
          key={batch.name}
          type="error"
          showIcon
          title={summary.before(batch.name, batch.importedBy, readableMoment(batch.importedAt, language), readableNumber(batch.records))}
        />
      ))}
      {preview.newUnits.length > 0 && <Alert type="info" showIcon title={summary.newUnits(preview.newUnits.join('、'), preview.newUnits.length > 1)} />}
      <div className="import-actions">
        {isChanged ? (
          <>
            <Button type="primary" onClick={reread}>{summary.reread}</Button>
            <span className="muted" role="status">{summary.corrected}</span>
          </>
        ) : (
          <>
            <Button type="primary" disabled={obstacle !== null || preview.before.length > 0} onClick={record}>{summary.import(readableNumber(preview.records))}</Button>
            {obstacle !== null && <span className="muted">{obstacle}</span>}
          </>
        )}
        {(order.corrections.length > 0 || order.year !== null) && <Button onClick={() => change({ ...order, corrections: [], year: null })}>{summary.reset}</Button>}
        <Button onClick={giveUp}>{text.again}</Button>
        <label className="import-year">
          {summary.year}
          <InputNumber
            aria-label={summary.year}
            min={1990}
            max={2100}
            placeholder={summary.yearAuto}
            value={order.year}
            onChange={(year) => change({ ...order, year })}
          />
        </label>
      </div>
    </div>
  )
}
