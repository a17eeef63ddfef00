import { Pagination, Segmented, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableDate, readableNumber } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { exportRecordsBehind, type BehindRecord, type FigureOfYear } from '../contract.ts'
import { ExportButton } from './export-button.tsx'
import { divides } from './figure-words.ts'
import { queryOf, recordsPerPage, useRecordsBehind, type AskedRecords } from './questions.ts'
import { texts } from './texts.ts'

type Which = AskedRecords['which']

/** The records a figure stands on, of all months or of one; paged by the server. */
export function RecordsBehind({ figure, facets }: { figure: FigureOfYear; facets: Record<string, string> }) {
  const { one, month: monthName } = useText(texts)
  const { query } = useAddress()
  const [which, setWhich] = useState<Which>('counted')
  const month = Number(query.get('month') ?? 0)
  const page = Number(query.get('page') ?? 1)
  const period = month > 0 ? `${figure.year}-${String(month).padStart(2, '0')}` : figure.period
  const asked: AskedRecords = { metric: figure.metric, unit: figure.unit?.unitId ?? null, period, facets, which }
  const whole = [{ value: 0, label: one.wholePeriod }]
  const months = figure.months.flatMap(({ month: each, now }) => (now === null ? [] : [{ value: each, label: monthName(each) }]))
  const whiches = whichesOf(figure)
  return (
    <section className="behind">
      <h2 className="section-title" id="behind">{one.behind}</h2>
      <div className="toolbar">
        <Select aria-label={one.period} value={month} options={[...whole, ...months]} onChange={(value) => openHere({ month: value === 0 ? null : String(value), page: null }, { replace: true })} />
        {whiches.length > 1 && (
          <Segmented<Which>
            aria-label={one.which} value={which}
            onChange={(value) => {
              setWhich(value)
              openHere({ page: null }, { replace: true })
            }}
            options={whiches.map((value) => ({ value, label: value === 'counted' && divides(figure) ? one.whiches.denominator : one.whiches[value] }))}
          />
        )}
        <div className="toolbar-actions">
          <ExportButton
            label={one.exportRecords} name={figure.title}
            ask={(format) => ({ endpoint: exportRecordsBehind, input: { params: { metric: figure.metric }, query: { ...queryOf(asked), format } } })}
          />
        </div>
      </div>
      <Records asked={asked} page={page} />
    </section>
  )
}

function whichesOf(figure: FigureOfYear): Which[] {
  const excluded: Which[] = figure.now.excluded > 0 ? ['excluded'] : []
  if (divides(figure)) return ['counted', 'numerator', ...excluded]
  return figure.form === 'change' ? ['counted', 'before', ...excluded] : ['counted', ...excluded]
}

function Records({ asked, page }: { asked: AskedRecords; page: number }) {
  const { one } = useText(texts)
  const found = useRecordsBehind(asked, page)
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { total, records } = found.data
  if (total === 0) return <Blank title={one.noRecords} explain={one.noRecordsExplain} />
  return (
    <div aria-busy={found.isFetching}>
      <p className="muted" role="status">{one.total(readableNumber(total))}</p>
      <ol className="behind-records" start={(page - 1) * recordsPerPage + 1}>
        {records.map((record) => <li key={record.recordId}><Behind record={record} /></li>)}
      </ol>
      <Pagination
        current={page} pageSize={recordsPerPage} total={total} align="end" showSizeChanger={false} hideOnSinglePage
        onChange={(next) => openHere({ page: String(next) })}
      />
    </div>
  )
}

function Behind({ record: { recordId, title, occurredOn, unit, fields, readable } }: { record: BehindRecord }) {
  const language = useLanguage()
  const { one } = useText(texts)
  return (
    <>
      <p className="behind-top"><time dateTime={occurredOn}>{readableDate(occurredOn, language)}</time><span lang="zh-CN">{unit}</span></p>
      {readable ? <Link to={`/record/${recordId}`} className="behind-title"><span lang="zh-CN">{title}</span></Link> : <p className="muted">{one.hidden}</p>}
      {fields.length > 0 && (
        <dl className="behind-fields" lang="zh-CN">
          {fields.map((field) => <div key={field.title}><dt>{field.title}</dt><dd>{field.value}</dd></div>)}
        </dl>
      )}
    </>
  )
}
