import { Input, Pagination } from 'antd'
import { useState, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'

interface Props<Entry> {
  entries: Entry[]
  searchLabel: string
  searchedText(entry: Entry): string
  keyOf(entry: Entry): string
  render(entry: Entry): ReactNode
}

const entriesPerPage = 20

/** Entries below each other with a search and pages, for what reads as text rather than as a table. */
export function PagedList<Entry>({ entries, searchLabel, searchedText, keyOf, render }: Props<Entry>) {
  const messages = useMessages().paged
  const [words, setWords] = useState('')
  const [page, setPage] = useState(1)
  const found = entries.filter((entry) => searchedText(entry).toLowerCase().includes(words.trim().toLowerCase()))
  const shown = found.slice((page - 1) * entriesPerPage, page * entriesPerPage)
  const search = (text: string) => {
    setWords(text)
    setPage(1)
  }
  return (
    <>
      <div className="toolbar" role="search">
        <Input
          className="toolbar-search"
          allowClear
          prefix={<Icon shape="search" />}
          placeholder={searchLabel}
          aria-label={searchLabel}
          value={words}
          onChange={(event) => search(event.target.value)}
        />
      </div>
      <p className="muted" role="status">{found.length === 0 ? messages.none : messages.total(found.length)}</p>
      <ol className="places">{shown.map((entry) => <li key={keyOf(entry)}>{render(entry)}</li>)}</ol>
      <Pagination current={page} pageSize={entriesPerPage} total={found.length} onChange={setPage} showSizeChanger={false} hideOnSinglePage align="end" />
    </>
  )
}
