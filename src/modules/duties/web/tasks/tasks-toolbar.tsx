import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { ListToolbar } from '../../../../web/ui/list-toolbar.tsx'
import { saveFile } from '../../../../web/ui/save-file.ts'
import { server } from '../../../../web/ui/server.ts'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import { exportTasks, taskSorts } from '../../contract/task.ts'
import { taskStates } from '../../rules.ts'
import { ask } from '../asked.ts'
import { useDuties, type TasksQuery } from '../questions.ts'
import { texts } from '../texts.ts'
import { dutyTitle, shortPeriod } from '../words.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Search, filters, order and export of the list of tasks; `total` is null while it is asked. */
export function TasksToolbar({ asked, total }: { asked: TasksQuery; total: number | null }) {
  const { tasks: messages, states } = useText(texts)
  const language = useLanguage()
  const { query } = useAddress()
  const [words, setWords] = useState(asked.search ?? '')
  const duties = useDuties(null)
  const save = useMutation({ mutationFn: async () => saveFile(`${messages.exportName}.xlsx`, await server.call(exportTasks, { query: asked }), xlsx) })
  const choice = (name: string, label: string, any: string, options: { value: string; label: string }[]) => (
    <Select allowClear aria-label={label} placeholder={any} value={query.get(name) ?? undefined} onChange={(value?: string) => ask({ [name]: value ?? null })} options={options} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} />
  )
  const day = (name: string, label: string) => (
    <label className="due-day"><span>{label}</span><Input type="date" value={query.get(name) ?? ''} onChange={({ target }) => ask({ [name]: target.value === '' ? null : target.value })} /></label>
  )
  return (
    <>
      <ListToolbar
        search={{ label: messages.search, hint: messages.searchHint, value: words, change: (text) => { setWords(text); ask({ q: text === '' ? null : text }) } }}
        filters={<>
          {choice('state', messages.state, messages.anyState, taskStates.map((value) => ({ value, label: states[value] })))}
          {choice('duty', messages.duty, messages.anyDuty, (duties.data?.duties ?? []).map((duty) => ({ value: duty.id, label: dutyTitle(duty, language) })))}
          {choice('pack', messages.pack, messages.anyPack, (duties.data?.packs ?? []).map(({ id, title }) => ({ value: id, label: title })))}
          <UnitPicker className="toolbar-unit" label={messages.unit} placeholder={messages.anyUnit} value={asked.unitId ?? null} onChange={(unit) => ask({ unit })} />
          {day('from', messages.from)}
          {day('to', messages.to)}
          <Checkbox className="toolbar-check" checked={query.get('mine') === 'yes'} onChange={({ target }) => ask({ mine: target.checked ? 'yes' : null })}>{messages.mine}</Checkbox>
          <Select aria-label={messages.order} value={asked.sort ?? 'due'} onChange={(value) => ask({ sort: value === 'due' ? null : value })} options={taskSorts.map((value) => ({ value, label: messages.sorts[value] }))} />
          <Checkbox className="toolbar-check" checked={asked.order === 'desc'} onChange={({ target }) => ask({ order: target.checked ? 'desc' : null })}>{messages.descending}</Checkbox>
        </>}
        actions={<Button icon={<Icon shape="download" />} disabled={total === null || total === 0} loading={save.isPending} onClick={() => save.mutate()}>{messages.export}</Button>}
        {...(total === null ? {} : { found: messages.found(readableNumber(total)) })}
      />
      {asked.period !== undefined && <Tag closable onClose={() => ask({ period: null })}>{shortPeriod(asked.period, language) ?? asked.period}</Tag>}
      {save.isError && <Failure error={save.error} retry={() => save.mutate()} />}
    </>
  )
}
