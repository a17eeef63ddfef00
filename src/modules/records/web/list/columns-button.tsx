import { Button, Checkbox, Popover } from 'antd'
import { openHere } from '../../../../web/ui/address.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { remember } from '../../../../web/ui/memory.ts'
import type { KindDescription } from '../../contract/list.ts'
import { columnsKey, useColumnTitle, useShownColumns } from './columns.ts'
import { texts } from './texts.ts'
import { possibleColumns } from './values.ts'

/** Chooses the columns of a list: in its address, and remembered by this browser. */
export function ColumnsButton({ kind, chosen }: { kind: KindDescription; chosen: string[] | null }) {
  const messages = useText(texts)
  const language = useLanguage()
  const titleOfColumn = useColumnTitle(kind, language)
  const shown = useShownColumns(kind, chosen)
  const possible = possibleColumns(kind)
  const choose = (ids: string[] | null) => {
    const text = ids === null ? null : possible.filter((id) => ids.includes(id)).join(',')
    remember(columnsKey(kind.kind), text)
    openHere({ columns: text }, { replace: true })
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div className="columns-choice">
          <p className="muted">{messages.columnsExplain}</p>
          <Checkbox.Group
            className="columns-list" value={shown} onChange={(ids) => choose(ids.map(String))}
            options={possible.map((id) => ({ value: id, label: titleOfColumn(id) }))}
          />
          <Button type="link" size="small" onClick={() => choose(null)}>{messages.usualColumns}</Button>
        </div>
      }
    >
      <Button className="columns-button">{messages.columns}</Button>
    </Popover>
  )
}
