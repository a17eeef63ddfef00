import { Alert, Button, Input, Select, Skeleton, Table } from 'antd'
import { useMemo, useState } from 'react'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableDate } from '../../../web/ui/formats.ts'
import { Icon } from '../../../web/ui/icon.tsx'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { useMay } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { unitTypes } from '../rules.ts'
import { saveCsv } from '../../../web/ui/save-csv.ts'
import { FoundUnit } from './found-unit.tsx'
import { OrgPlaces } from './org-places.tsx'
import { useUnits } from './questions.ts'
import { texts } from './texts.ts'
import { branchesOf } from './unit-branches.ts'
import { unitColumns } from './unit-columns.tsx'

/** 单位: the tree as of a day; what is searched for is listed with its full name. */
export default function UnitsPage() {
  const { units: words, types } = useText(texts)
  const language = useLanguage()
  const { query } = useAddress()
  const on = query.get('on') ?? undefined
  const [typed, type] = [query.get('words') ?? '', query.get('type')]
  const mayFound = useMay('org:write')
  const [founding, setFounding] = useState(false)
  const found = useUnits(on)
  usePageTitle(words.title)

  const all = found.data?.units
  const isNarrowed = typed.trim() !== '' || type !== null
  const shown = useMemo(
    () => (all ?? []).filter((unit) => unit.path.includes(typed.trim()) && (type === null || unit.type === type)),
    [all, typed, type],
  )
  const rows = useMemo(() => (isNarrowed ? shown.map((unit) => ({ ...unit, key: unit.unitId })) : withChildren(branchesOf(all ?? []))), [isNarrowed, shown, all])
  if (found.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />

  const day = readableDate(found.data.on, language)
  const exportAll = () => saveCsv(`${words.file} ${found.data.on}`, [
    [words.columns.name, words.columns.path, words.columns.type, words.columns.document],
    ...shown.map((unit) => [unit.name, unit.path, types[unit.type as keyof typeof types] ?? unit.type, unit.foundingDocument ?? '']),
  ])
  const clear = () => openHere({ words: null, type: null }, { replace: true })
  return (
    <>
      <OrgPlaces />
      <h1 className="page-title">{words.title}</h1>
      {on !== undefined && <Alert className="org-past" type="info" showIcon title={words.past(day)} action={<Button size="small" onClick={() => openHere({ on: null })}>{words.today}</Button>} />}
      {all?.length === 0 && on === undefined ? (
        <Blank title={words.none} explain={words.noneExplain}>
          {mayFound && <Button type="primary" onClick={() => setFounding(true)}>{words.found}</Button>}
        </Blank>
      ) : (
        <>
          <ListToolbar
            search={{ label: words.search, value: typed, change: (text) => openHere({ words: text === '' ? null : text }, { replace: true }) }}
            filters={
              <>
                <Select
                  aria-label={words.type}
                  value={type ?? ''}
                  onChange={(chosen) => openHere({ type: chosen === '' ? null : chosen }, { replace: true })}
                  options={[{ value: '', label: words.anyType }, ...unitTypes.map((value) => ({ value, label: types[value] }))]}
                />
                <Input type="date" className="day-field" aria-label={words.on} title={words.on} value={on ?? found.data.on} onChange={({ target }) => openHere({ on: target.value === '' ? null : target.value }, { replace: true })} />
              </>
            }
            actions={
              <>
                <Button icon={<Icon shape="download" />} disabled={shown.length === 0} onClick={exportAll}>{words.export}</Button>
                {mayFound && <Button type="primary" onClick={() => setFounding(true)}>{words.found}</Button>}
              </>
            }
            found={words.explain(shown.length, day)}
          />
          {shown.length === 0 ? (
            <Blank title={words.nothing} explain=""><Button onClick={clear}>{words.clear}</Button></Blank>
          ) : (
            <Table
              key={found.data.on}
              className="quiet-table unit-tree"
              rowKey="unitId"
              size="small"
              dataSource={rows}
              columns={unitColumns(words.columns, types, isNarrowed)}
              expandable={{ defaultExpandAllRows: true, indentSize: 22 }}
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            />
          )}
        </>
      )}
      {founding && <FoundUnit parentId={all?.[0]?.unitId ?? null} onClose={() => setFounding(false)} />}
    </>
  )
}

type Branches = ReturnType<typeof branchesOf>
type Row = Branches[number]['unit'] & { key: string; children?: Row[] }

function withChildren(branches: Branches): Row[] {
  return branches.map(({ unit, children }) => ({ ...unit, key: unit.unitId, ...(children.length === 0 ? {} : { children: withChildren(children) }) }))
}
