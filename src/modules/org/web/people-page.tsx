import { Button, Select, Skeleton, Table } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { server } from '../../../web/ui/server.ts'
import { useMay } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { listPeople } from '../contract/people.ts'
import { saveCsv } from '../../../web/ui/save-csv.ts'
import { FillPost } from './fill-post.tsx'
import { OrgPlaces } from './org-places.tsx'
import { AddPerson, ErasePerson } from './person-forms.tsx'
import { usePeopleColumns, type Person } from './people-columns.tsx'
import { usePeople, type PeopleQuery } from './questions.ts'
import { texts } from './texts.ts'
import { UnitPicker } from './unit-picker.tsx'

const peoplePerPage = 20

/** 人员: who holds which post. It tells names and posts, and nothing else of anybody. */
export default function PeoplePage() {
  const { people: words, responsibilities } = useText(texts)
  const filters = usePeopleFilters()
  const people = usePeople({ ...filters.query, limit: peoplePerPage, offset: (filters.page - 1) * peoplePerPage })
  const mayWrite = useMay('org:write')
  const [doing, setDoing] = useState<{ what: 'add' | 'fill' | 'erase'; person?: Person } | null>(null)
  const columns = usePeopleColumns(mayWrite ? (what, person) => setDoing({ what, person }) : null)
  const saving = useMutation({
    mutationFn: () => server.call(listPeople, { query: { ...filters.query, limit: 1000 } }),
    onSuccess: (all) => saveCsv(words.file, [
      [words.columns.name, words.columns.posts],
      ...all.people.map(({ name, posts }) => [name, posts.map((post) => `${post.unit} ${post.title} ${post.responsibility === null ? '' : (responsibilities[post.responsibility as keyof typeof responsibilities] ?? '')}`.trim()).join('；')]),
    ]),
  })
  usePageTitle(words.title)
  if (people.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (people.isError) return <Failure error={people.error} retry={() => void people.refetch()} />
  const close = () => setDoing(null)
  const add = mayWrite && <Button type="primary" onClick={() => setDoing({ what: 'add' })}>{words.add}</Button>
  const isEmpty = people.data.total === 0
  return (
    <>
      <OrgPlaces />
      <h1 className="page-title">{words.title}</h1>
      {isEmpty && !filters.isNarrowed ? <Blank title={words.none} explain={words.noneExplain}>{add}</Blank> : (
        <>
          <ListToolbar
            search={{ label: words.search, value: filters.words, change: (text) => filters.change({ words: text === '' ? null : text }) }}
            filters={
              <>
                <UnitPicker className="toolbar-unit" label={words.unit} placeholder={words.anyUnit} value={filters.query.unitId ?? null} onChange={(unitId) => filters.change({ unit: unitId })} />
                <Select aria-label={words.show} value={filters.query.show} onChange={(show) => filters.change({ show: show === 'all' ? null : String(show) })} options={(['all', 'present', 'without'] as const).map((value) => ({ value, label: words.shown[value] }))} />
              </>
            }
            actions={<><Button icon={<Icon shape="download" />} disabled={isEmpty} loading={saving.isPending} onClick={() => saving.mutate()}>{words.export}</Button>{add}</>}
            found={words.total(people.data.total)}
          />
          {isEmpty ? <Blank title={words.nothing} explain=""><Button onClick={filters.clear}>{words.clear}</Button></Blank> : (
            <Table<Person>
              className="quiet-table"
              rowKey="personId"
              dataSource={people.data.people}
              columns={columns}
              onChange={(_pagination, _filters, sorter) => filters.change({ sort: !Array.isArray(sorter) && sorter.order === 'descend' ? '-name' : null })}
              pagination={{ current: filters.page, pageSize: peoplePerPage, total: people.data.total, showSizeChanger: false, hideOnSinglePage: true, onChange: (page) => openHere({ page: page === 1 ? null : String(page) }) }}
            />
          )}
        </>
      )}
      {doing?.what === 'add' && <AddPerson onClose={close} />}
      {doing?.what === 'fill' && doing.person !== undefined && <FillPost personId={doing.person.personId} onClose={close} />}
      {doing?.what === 'erase' && doing.person !== undefined && <ErasePerson person={doing.person} onClose={close} />}
    </>
  )
}

/** What the list is narrowed to stands in the address, so that it can be passed on and gone back to. */
function usePeopleFilters() {
  const { query } = useAddress()
  const [words, unitId, show, sort] = [query.get('words') ?? '', query.get('unit'), query.get('show'), query.get('sort')]
  const asked: PeopleQuery = {
    words,
    show: show === 'present' || show === 'without' ? show : 'all',
    sort: sort === '-name' ? '-name' : 'name',
    ...(unitId === null ? {} : { unitId }),
  }
  return {
    query: asked,
    words,
    page: Math.max(1, Number(query.get('page') ?? 1) || 1),
    isNarrowed: words !== '' || unitId !== null || show !== null,
    change: (changes: Record<string, string | null>) => openHere({ ...changes, page: null }, { replace: true }),
    clear: () => openHere({ words: null, unit: null, show: null, page: null }, { replace: true }),
  }
}
