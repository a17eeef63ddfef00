import { Button, Skeleton } from 'antd'
import { openHere } from '../ui/address.ts'
import { Blank } from '../ui/blank.tsx'
import { Failure } from '../ui/failure.tsx'
import { readableNumber } from '../ui/formats.ts'
import { useText } from '../ui/language.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { CheckpointPanel } from './checkpoint-panel.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { EventList } from './event-list.tsx'
import { LogToolbar } from './log-toolbar.tsx'
import { useEvents } from './questions.ts'
import { texts } from './texts.ts'
import { noFilters, useFilters } from './use-filters.ts'
import { useSearchOn } from './use-search-on.ts'
import './log.css'

/** 日志: what happened, by whom, and the means to prove that it was not altered. */
export default function LogPage() {
  const messages = useText(texts)
  const filters = useFilters()
  const found = useEvents(filters)
  usePageTitle(messages.title)
  useSearchOn(found)
  const events = found.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <article className="log">
      <h1 className="page-title">{messages.title}</h1>
      <p className="log-intro">{messages.intro}</p>
      <CheckpointPanel />
      <LogToolbar filters={filters} found={messages.found(readableNumber(events.length))} />
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      <EventList events={events} />
      {found.isSuccess && <End found={found} isEmpty={events.length === 0} />}
      <EventDrawer />
    </article>
  )
}

/** Below the list: how far back it reaches, and the way further. */
function End({ found, isEmpty }: { found: ReturnType<typeof useEvents>; isEmpty: boolean }) {
  const messages = useText(texts)
  const next = found.data?.pages.at(-1)?.next ?? null
  if (found.isFetchingNextPage) return <p className="log-end muted" role="status">{messages.searching(readableNumber(next ?? 0))}</p>
  if (next !== null) return <p className="log-end"><Button onClick={() => void found.fetchNextPage()}>{messages.older}</Button></p>
  if (!isEmpty) return <p className="log-end muted">{messages.beginning}</p>
  return (
    <Blank title={messages.none} explain={messages.noneExplain}>
      <Button onClick={() => openHere(noFilters)}>{messages.filters.clear}</Button>
    </Blank>
  )
}
