import { Button, Select, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readablePeriod } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { ListToolbar } from '../../../../web/ui/list-toolbar.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { exportList } from './export-list.ts'
import { askedOf, reportsPerPage, wholeBody } from './asked.ts'
import { useReportList, type Listed } from './questions.ts'
import { useColumns } from './report-columns.tsx'
import { texts } from './texts.ts'

type Row = Listed['reports'][number]

/** The reports of the units one may read: searched, narrowed, sorted and paged by the server; the address says how. */
export function ReportList() {
  const language = useLanguage()
  const { list: messages } = useText(texts)
  const { query } = useAddress()
  const asked = askedOf(query)
  const found = useReportList(asked)
  const columns = useColumns()
  const mayFill = useMay('reports:fill')
  const [words, setWords] = useState(asked.search ?? '')
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  const isNarrowed = ['q', 'state', 'period', 'unit'].some((name) => query.has(name))
  const { total = 0, reports = [], periods = [], units = [] } = found.data ?? {}
  const choice = (name: string, label: string, any: string, options: { value: string; label: string }[]) => (
    <Select allowClear aria-label={label} placeholder={any} value={query.get(name) ?? undefined} onChange={(value?: string) => narrow(name, value)} options={options} popupMatchSelectWidth={false} />
  )
  const empty = isNarrowed ? (
    <Blank title={messages.none} explain={messages.noneExplain}>
      <Button onClick={() => { setWords(''); openHere({ q: null, state: null, period: null, unit: null, page: null }, { replace: true }) }}>{messages.clear}</Button>
    </Blank>
  ) : <Blank title={messages.empty} explain={mayFill ? messages.emptyExplain : messages.emptyReader} />
  return (
    <section className="report-list">
      <h2>{messages.title}</h2>
      <ListToolbar
        search={{ label: messages.search, hint: messages.searchHint, value: words, change: (text) => { setWords(text); narrow('q', text === '' ? undefined : text) } }}
        filters={<>
          {choice('state', messages.state, messages.anyState, Object.entries(messages.states).map(([value, label]) => ({ value, label })))}
          {choice('period', messages.period, messages.anyPeriod, periods.map((value) => ({ value, label: readablePeriod(value, language) })))}
          {choice('unit', messages.unit, messages.anyUnit, units.map(({ unitId, unit }) => ({ value: unitId ?? wholeBody, label: unit })))}
          <Select aria-label={messages.sort} value={asked.sort ?? 'changed'} onChange={(value) => narrow('sort', value === 'changed' ? undefined : value)} options={Object.entries(messages.sorts).map(([value, label]) => ({ value, label }))} />
        </>}
        actions={<Button disabled={total === 0} onClick={() => void exportList(asked, messages, language)}>{messages.export}</Button>}
        {...(found.isPending ? {} : { found: messages.found(total) })}
      />
      <Table<Row>
        className="quiet-table" rowKey="reportId" dataSource={reports} columns={columns} aria-busy={found.isFetching} locale={{ emptyText: found.isPending ? <Skeleton active paragraph={{ rows: 2 }} /> : empty }}
        pagination={{ current: Number(query.get('page') ?? 1), pageSize: reportsPerPage, total, onChange: (page) => openHere({ page: page === 1 ? null : String(page) }), hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  )
}

function narrow(name: string, value: string | undefined): void {
  openHere({ [name]: value ?? null, page: null }, { replace: true })
}
