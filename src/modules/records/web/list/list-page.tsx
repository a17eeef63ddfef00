import { Skeleton } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import type { KindDescription } from '../../contract/list.ts'
import { readAsked } from './asked.ts'
import { BulkDrawer } from './bulk-drawer.tsx'
import { FilterTags } from './filter-tags.tsx'
import './list.css'
import { NothingThere } from './nothing-there.tsx'
import { useKind, useRecords } from './questions.ts'
import { RecordsHead, RecordsToolbar } from './records-toolbar.tsx'
import { RecordsView } from './records-view.tsx'
import { texts } from './texts.ts'
import { useUnitOfView } from './use-unit-of-view.ts'
import { titleOf } from './values.ts'
import { ViewTabs } from './view-tabs.tsx'

/** The list of one kind: what is shown stands in the address. */
export default function ListPage() {
  const messages = useText(texts)
  const language = useLanguage()
  const { params, query } = useAddress()
  const kind = useKind(params['kind'] ?? '')
  // Asked at the same time as the kind; the list below finds the answer where this question left it.
  useRecords(params['kind'] ?? '', readAsked(query))
  const title = kind.data === undefined ? '' : titleOf(kind.data, language)
  usePageTitle(title)
  return (
    <section>
      <Link className="back" to="/records">← {messages.back}</Link>
      {kind.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {kind.isError && <Failure error={kind.error} retry={() => void kind.refetch()} />}
      {kind.isSuccess && <RecordList key={kind.data.kind} kind={kind.data} />}
    </section>
  )
}

function RecordList({ kind }: { kind: KindDescription }) {
  const messages = useText(texts)
  const asked = readAsked(useUnitOfView(kind))
  const records = useRecords(kind.kind, asked)
  const [ticked, tick] = useState<string[]>([])
  const [isChanging, change] = useState(false)
  const total = records.data?.total
  return (
    <>
      <RecordsHead kind={kind} asked={asked} total={total} ticked={ticked} onChange={() => change(true)} />
      <ViewTabs kind={kind} asked={asked} />
      <RecordsToolbar kind={kind} asked={asked} total={total} ticked={ticked} onTick={tick} />
      <FilterTags kind={kind} asked={asked} />
      {(records.data?.searchBehind ?? 0) > 0 && <p className="draft-note" role="status">{messages.behind}</p>}
      {records.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {records.isError && <Failure error={records.error} retry={() => void records.refetch()} />}
      {records.isSuccess && total === 0 && <NothingThere kind={kind} asked={asked} />}
      {records.isSuccess && records.data.total > 0 && (
        <RecordsView kind={kind} asked={asked} found={records.data} isStale={records.isPlaceholderData} ticked={ticked} onTick={tick} />
      )}
      <BulkDrawer kind={kind} asked={asked} total={total ?? 0} ticked={ticked} open={isChanging} onClose={() => change(false)} onDone={() => tick([])} />
    </>
  )
}
