import { Input } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { mostPastedColumns, mostPastedRows } from '../../contract/paste.ts'
import { texts } from './texts.ts'
import { cellsOf } from './tsv.ts'

/** Where rows are pasted; they become a table at once. */
export function PasteZone({ onRows }: { onRows(rows: string[][]): void }) {
  const messages = useText(texts)
  const [isTooMany, setTooMany] = useState(false)
  const take = (text: string) => {
    const rows = cellsOf(text)
    const fits = rows.length <= mostPastedRows + 2 && rows.every((row) => row.length <= mostPastedColumns)
    setTooMany(!fits)
    if (fits && rows.length > 0) onRows(rows)
  }
  return (
    <>
      <label htmlFor="paste-zone">{messages.zone}</label>
      <Input.TextArea id="paste-zone" autoFocus rows={5} placeholder={messages.zoneHint} value="" onChange={(event) => take(event.target.value)} />
      {isTooMany && <p className="refusal" role="alert">{messages.tooMany(mostPastedRows)}</p>}
    </>
  )
}
