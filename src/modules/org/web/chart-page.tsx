import { Button, Checkbox, Input, Skeleton } from 'antd'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableDate } from '../../../web/ui/formats.ts'
import { Icon } from '../../../web/ui/icon.tsx'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { useSession } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { ChartTable } from './chart-table.tsx'
import { saveCsv } from '../../../web/ui/save-csv.ts'
import { GroupList } from './group-list.tsx'
import { OrgPlaces } from './org-places.tsx'
import { useChart } from './questions.ts'
import { texts } from './texts.ts'
import { UnitPicker } from './unit-picker.tsx'

/** 责任图: who bears which responsibility in a unit and below it, on a day; prints as a sheet of paper. */
export default function ChartPage() {
  const { chart: words, responsibilities } = useText(texts)
  const language = useLanguage()
  const { tenant } = useSession()
  const { query } = useAddress()
  const [unitId, on, typed, onlyHeld] = [query.get('unit') ?? undefined, query.get('on') ?? undefined, query.get('words') ?? '', query.has('held')]
  const chart = useChart({ ...(unitId === undefined ? {} : { unitId }), ...(on === undefined ? {} : { on }) })
  usePageTitle(words.title)
  if (chart.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (chart.isError) return <Failure error={chart.error} retry={() => void chart.refetch()} />
  const day = readableDate(chart.data.on, language)
  const matching = chart.data.units
    .filter(({ posts }) => !onlyHeld || posts.some(({ responsibility }) => responsibility !== null))
    .filter(({ name, posts }) => name.includes(typed.trim()) || posts.some((post) => post.name.includes(typed.trim())))
  const [units, groups] = [matching.filter(({ type }) => type !== 'group'), matching.filter(({ type }) => type === 'group')]
  const top = unitId === undefined ? undefined : chart.data.units[0]?.name
  const change = (changes: Record<string, string | null>) => openHere(changes, { replace: true })
  const exportAll = () => saveCsv(`${words.file} ${chart.data.on}`, [
    [words.columns.unit, responsibilities.first, responsibilities.direct, responsibilities.dual, words.columns.other],
    ...matching.map((unit) => [unit.path, ...[...bearing, null].map((kind) => unit.posts.filter(({ responsibility }) => responsibility === kind).map(({ name, title }) => `${name}（${title}）`).join('、'))]),
  ])
  return (
    <article className="chart-page">
      <OrgPlaces />
      <h1 className="page-title no-print">{words.title}</h1>
      <h1 className="print-only chart-heading" lang="zh-CN">{words.of(top ?? (tenant === '' ? words.wholeBody : tenant), day)}</h1>
      <p className="muted no-print">{words.explain(day)}</p>
      <ListToolbar
        search={{ label: words.search, value: typed, change: (text) => change({ words: text === '' ? null : text }) }}
        filters={
          <>
            <UnitPicker className="toolbar-unit" label={words.unit} placeholder={words.wholeBody} value={unitId ?? null} on={chart.data.on} onChange={(chosen) => change({ unit: chosen })} />
            <Input type="date" className="day-field" aria-label={words.on} value={on ?? chart.data.on} onChange={({ target }) => change({ on: target.value === '' ? null : target.value })} />
            <Checkbox className="toolbar-check" checked={onlyHeld} onChange={({ target }) => change({ held: target.checked ? '1' : null })}>{words.onlyHeld}</Checkbox>
          </>
        }
        actions={
          <>
            <Button icon={<Icon shape="download" />} disabled={matching.length === 0} onClick={exportAll}>{words.export}</Button>
            <Button icon={<Icon shape="print" />} onClick={() => print()}>{words.print}</Button>
          </>
        }
        found={words.found(matching.length)}
      />
      {chart.data.units.every(({ posts }) => posts.length === 0) && (
        <Blank title={words.empty} explain={words.emptyExplain}><Link to="/units">{words.toUnits}</Link></Blank>
      )}
      {units.length > 0 && <ChartTable units={units} />}
      {groups.length > 0 && <GroupList groups={groups} />}
    </article>
  )
}

const bearing = ['first', 'direct', 'dual']
