import { Button, Checkbox, Select, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import type { readYearCalendar } from '../../contract/overview.ts'
import { ask, useAskedYear, withUnit, yearsToChoose, type AskedYear } from '../asked.ts'
import '../duties.css'
import { DutyPlaces } from '../places.tsx'
import { useDuties, useYearCalendar } from '../questions.ts'
import './calendar.css'
import { MonthGrid } from './month-grid.tsx'
import { NoticeDrawer } from './notice-drawer.tsx'
import { texts } from './texts.ts'

type Year = ReplyOf<typeof readYearCalendar>

/** 年历: the days of a year, which rest and which make up for them, and how many tasks fall due on each. */
export default function CalendarPage() {
  const messages = useText(texts)
  const asked = useAskedYear()
  const found = useYearCalendar(withUnit(asked.unitId, { year: asked.year, ...(asked.below ? { below: 'true' } : {}) }))
  usePageTitle(messages.title)
  return (
    <section className="calendar-page" aria-busy={found.isFetching}>
      <h1 className="page-title">{messages.title}</h1>
      <DutyPlaces />
      <Toolbar asked={asked} />
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && <Found year={found.data} asked={asked} />}
    </section>
  )
}

function Toolbar({ asked }: { asked: AskedYear }) {
  const messages = useText(texts)
  const mayWrite = useMay('packs:write')
  const duties = useDuties(asked.unitId)
  const [isImporting, setImporting] = useState(false)
  return (
    <div className="toolbar duty-toolbar no-print">
      <UnitPicker className="unit-choice" label={messages.unit} value={duties.data?.unitId ?? asked.unitId} clearable={false} onChange={(unit) => ask({ unit })} />
      <Checkbox className="toolbar-check" checked={asked.below} onChange={({ target }) => ask({ below: target.checked ? 'yes' : null })}>{messages.below}</Checkbox>
      <Select className="year-choice" aria-label={messages.year} value={asked.year} onChange={(year) => ask({ year: String(year) })} options={yearsToChoose(asked.year).map((value) => ({ value, label: messages.yearOf(value) }))} />
      {mayWrite && <div className="toolbar-actions"><Button onClick={() => setImporting(true)}>{messages.importNotice}</Button></div>}
      <NoticeDrawer isOpen={isImporting} year={asked.year} onClose={() => setImporting(false)} />
    </div>
  )
}

function Found({ year: { year, edition, announced, source, days }, asked }: { year: Year; asked: AskedYear }) {
  const messages = useText(texts)
  return (
    <>
      <p className={announced ? 'edition' : 'edition edition-open'}>
        <Tag>{announced ? messages.announced : messages.notAnnounced}</Tag>
        {announced ? <span lang="zh-CN">{[source, edition].filter(Boolean).join(' · ')}</span> : messages.notAnnouncedExplain(year)}
      </p>
      <ul className="calendar-legend" aria-label={messages.legend}>
        <li><span className="day-mark day-rest">{messages.restMark}</span>{messages.rest}</li>
        <li><span className="day-mark day-makeup">{messages.workMark}</span>{messages.makeUp}</li>
        <li><span className="day-mark day-due">3</span>{messages.due}</li>
        <li><span className="day-mark day-late">!2</span>{messages.late}</li>
      </ul>
      <div className="calendar-year">
        {Array.from({ length: 12 }, (_, n) => (
          <MonthGrid key={n} month={n + 1} days={days.filter(({ day }) => Number(day.slice(5, 7)) === n + 1)} unitId={asked.unitId} />
        ))}
      </div>
    </>
  )
}
