import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { goTo, openHere } from '../../../../web/ui/address.ts'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { ListToolbar } from '../../../../web/ui/list-toolbar.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import type { KindDescription } from '../../contract/list.ts'
import type { Asked } from './asked.ts'
import { ColumnsButton } from './columns-button.tsx'
import { ExportButton } from './export-button.tsx'
import { FilterButton } from './filter-button.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { texts } from './texts.ts'
import { UnitChoice } from './unit-choice.tsx'
import { titleOf } from './values.ts'

interface Props {
  kind: KindDescription
  asked: Asked
  total: number | undefined
  ticked: string[]
  onTick(recordIds: string[]): void
  onChange(): void
}

/** Search, dates, unit and filters of a list; and what can be done with what it shows. */
export function RecordsToolbar({ kind, asked, total, ticked, onTick, onChange }: Props) {
  const messages = useText(texts)
  const mayEnter = useMay('records:enter')
  const search = useTypedSearch(asked.filter.search ?? '')
  const found = total === undefined ? '' : messages.found(readableNumber(total))
  return (
    <>
      <ListToolbar
        search={{ label: messages.search, hint: messages.searchHint, ...search }}
        filters={
          <>
            <PeriodChoice filter={asked.filter} />
            {kind.units.length > 1 && <UnitChoice kind={kind} filter={asked.filter} />}
            <FilterButton kind={kind} filter={asked.filter} />
            <ColumnsButton kind={kind} chosen={asked.columns} />
          </>
        }
        actions={
          <>
            {mayEnter && total !== undefined && total > 0 && (
              <Button onClick={onChange}>{ticked.length > 0 ? messages.bulk.openCounted(ticked.length) : messages.bulk.open}</Button>
            )}
            {total !== undefined && total > 0 && <ExportButton kind={kind} asked={asked} total={total} />}
            {mayEnter && <AddButton kind={kind} />}
          </>
        }
        found={found}
      />
      {ticked.length > 0 && (
        <p className="ticked no-print">
          {messages.selected(ticked.length)} <Button type="link" size="small" onClick={() => onTick([])}>{messages.unselect}</Button>
        </p>
      )}
    </>
  )
}

function AddButton({ kind }: { kind: KindDescription }) {
  const messages = useText(texts)
  const language = useLanguage()
  const add = () => goTo(`/records/${kind.kind}/new`)
  useShortcut('n', messages.keys.add, add)
  return <Button type="primary" aria-label={messages.addNamed(titleOf(kind, language))} onClick={add}>{messages.add}</Button>
}

const typingPauseMs = 250

/** What is typed shows at once and is searched after a pause; what the address says otherwise is taken over. */
function useTypedSearch(asked: string): { value: string; change(words: string): void } {
  const [typed, type] = useState(asked)
  const [known, know] = useState(asked)
  if (known !== asked) {
    know(asked)
    type(asked)
  }
  useEffect(() => {
    if (typed === asked) return
    const waiting = setTimeout(() => openHere({ search: typed === '' ? null : typed, page: null }, { replace: true }), typingPauseMs)
    return () => clearTimeout(waiting)
  }, [typed, asked])
  return { value: typed, change: type }
}
