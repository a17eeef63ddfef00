import { Button, Table, type TableColumnsType } from 'antd'
import { openHere } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { useIsWide } from '../../../web/ui/use-screen.ts'
import type { KindEntry, MetricEntry, Pack, VocabularyEntry } from './questions.ts'
import { texts } from './texts.ts'

interface Entry {
  id: string
  pack: string
  title: string
}

interface Props<T extends Entry> {
  entries: T[]
  columns: TableColumnsType<T>
  /** The name by which the address opens one. */
  what: 'kind' | 'metric' | 'vocabulary'
}

const entriesPerPage = 30

/** Entries of packs, sorted and paged; a title opens one. */
export function EntryList<T extends Entry>({ entries, columns, what }: Props<T>) {
  const messages = useText(texts)
  const isWide = useIsWide()
  const title = {
    key: 'title', title: messages.columns.title, width: 230, sorter: (a: T, b: T) => a.title.localeCompare(b.title, 'zh-CN'),
    render: (_: unknown, entry: T) => (
      <button type="button" className="plain-link entry-link" onClick={() => openHere({ [what]: entry.id })} aria-label={messages.open(entry.title)}>
        <span lang="zh-CN">{entry.title}</span>
      </button>
    ),
  }
  if (entries.length === 0) {
    return (
      <Blank title={messages.none} explain={messages.noneExplain}>
        <Button onClick={() => openHere({ words: null, pack: null }, { replace: true })}>{messages.clear}</Button>
      </Blank>
    )
  }
  const stacked = {
    key: 'entry', title: messages.columns.title,
    render: (_: unknown, entry: T) => (
      <>
        {title.render(null, entry)}
        {columns.map((column) => <div key={column.key} className="muted">{column.render?.(null, entry, 0) as string}</div>)}
      </>
    ),
  }
  return (
    <Table<T>
      className="quiet-table entry-table" rowKey="id" size="small" tableLayout="fixed" dataSource={entries} showSorterTooltip={false}
      columns={isWide ? [title, ...columns] : [stacked]}
      pagination={{ pageSize: entriesPerPage, showSizeChanger: false, hideOnSinglePage: true, showTotal: messages.total }}
    />
  )
}

/** What stands beside the titles of each list. */
export function useColumns(packs: Pack[]) {
  const messages = useText(texts)
  const packTitle = (id: string) => packs.find((pack) => pack.id === id)?.title ?? id
  const pack = <T extends Entry>() => ({
    key: 'pack', title: messages.columns.pack, width: 190, sorter: (a: T, b: T) => a.pack.localeCompare(b.pack),
    render: (_: unknown, entry: T) => <span lang="zh-CN">{packTitle(entry.pack)}</span>,
  })
  const kinds: TableColumnsType<KindEntry> = [
    { key: 'fields', title: messages.columns.fields, render: (_, { fields }) => <span lang="zh-CN" className="clamped">{Object.values(fields).map((field) => field.title).join('、')}</span> },
    pack<KindEntry>(),
  ]
  const metrics: TableColumnsType<MetricEntry> = [
    { key: 'form', title: messages.columns.form, width: 150, sorter: (a, b) => a.form.localeCompare(b.form), render: (_, { form, measures }) => <>{messages.forms[form]} <span className="muted" lang="zh-CN">{measures[0]}</span></> },
    { key: 'phrases', title: messages.columns.phrases, render: (_, { phrases }) => <span lang="zh-CN" className="clamped">{phrases.join('、')}</span> },
    pack<MetricEntry>(),
  ]
  const vocabularies: TableColumnsType<VocabularyEntry> = [
    { key: 'values', title: messages.columns.values, render: (_, { values }) => <span lang="zh-CN" className="clamped">{Object.values(values).map((value) => value.title).join('、')}</span> },
    pack<VocabularyEntry>(),
  ]
  return { kinds, metrics, vocabularies }
}
