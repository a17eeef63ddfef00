import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { goTo, openHere } from '../../../../web/ui/address.ts'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { ListToolbar } from '../../../../web/ui/list-toolbar.tsx'
import { useMay } from '../../../../web/ui/session.ts'
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

/** The name of the list, and what can be done with what it shows. */
export function RecordsHead({ kind, asked, total, ticked, onChange }: Omit<Props, 'onTick'>) {
  const messages = useText(texts)
  const language = useLanguage()
  const mayEnter = useMay('records:enter')
  const isFilled = total !== undefined && total > 0
  return (
    <div className="list-head">
      <h1 className="page-title">{titleOf(kind, language)}</h1>
      <div className="list-actions no-print">
        {mayEnter && isFilled && <Button onClick={onChange}>{ticked.length > 0 ? messages.bulk.openCounted(ticked.length) : messages.bulk.open}</Button>}
        {isFilled && <ExportButton kind={kind} asked={asked} total={total} />}
        {mayEnter && <AddButton kind={kind} />}
      </div>
    </div>
  )
}

/** Search, dates, unit, filters and columns of a list, and how much it finds. */
export function RecordsToolbar({ kind, asked, total, ticked, onTick }: Omit<Props, 'onChange'>) {
  const messages = useText(texts)
  const search = useTypedSearch(asked.filter.search ?? '')
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
        found={total === undefined ? '' : messages.found(readableNumber(total))}
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
  const add = () => goTo(`/records/new?kind=${kind.kind}`)
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
