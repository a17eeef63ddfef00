import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select, Skeleton, Table } from 'antd'
import type { ReactNode } from 'react'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableMoment } from '../../../web/ui/formats.ts'
import { Icon } from '../../../web/ui/icon.tsx'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { saveCsv } from '../../../web/ui/save-csv.ts'
import { server } from '../../../web/ui/server.ts'
import { useIsWide } from '../../../web/ui/use-screen.ts'
import { listOutbox, outboxKinds, outboxStates, type OutboxRow } from '../contract/outbox.ts'
import { texts } from './texts.ts'

const pageSize = 20
const mostExported = 1000

/** What was told or waits to be told; not to whom. */
export function OutboxList() {
  const { outbox: words } = useText(texts)
  const { query } = useAddress()
  const page = Math.max(1, Number(query.get('page')) || 1)
  const asked = {
    words: query.get('words') ?? undefined,
    state: outboxStates.find((state) => state === query.get('state')),
    kind: outboxKinds.find((kind) => kind === query.get('kind')),
  }
  const found = useQuery({ queryKey: ['reminders', 'outbox', asked, page], queryFn: () => server.call(listOutbox, { query: { ...asked, page, size: pageSize } }), placeholderData: (before) => before })
  const change = (changes: Record<string, string | null>) => openHere({ page: null, ...changes }, { replace: true })
  const save = useMutation({
    mutationFn: () => server.call(listOutbox, { query: { ...asked, page: 1, size: mostExported } }),
    onSuccess: ({ rows }) => saveCsv(words.file, [
      Object.values(words.columns),
      ...rows.map((row) => [row.createdAt, row.channel, words.kinds[row.kind], words.states[row.state], String(row.attempts), row.error ?? row.title]),
    ]),
  })
  const columns = useColumns()
  const isWide = useIsWide()
  const total = found.data?.total ?? 0
  return (
    <section>
      <h2>{words.title}</h2>
      <ListToolbar
        search={{ label: words.search, value: asked.words ?? '', change: (text) => change({ words: text === '' ? null : text }) }}
        filters={
          <>
            <Select aria-label={words.state} value={asked.state ?? ''} onChange={(value) => change({ state: value === '' ? null : value })} options={[{ value: '', label: words.anyState }, ...outboxStates.map((value) => ({ value, label: words.states[value] }))]} />
            <Select aria-label={words.kind} value={asked.kind ?? ''} onChange={(value) => change({ kind: value === '' ? null : value })} options={[{ value: '', label: words.anyKind }, ...outboxKinds.map((value) => ({ value, label: words.kinds[value] }))]} />
          </>
        }
        actions={<Button icon={<Icon shape="download" />} disabled={total === 0} loading={save.isPending} onClick={() => save.mutate()}>{words.export}</Button>}
        found={words.total(total)}
      />
      {found.isPending && <Skeleton active />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && total === 0 && <Blank title={words.none} explain={words.noneExplain}><Button onClick={() => change({ words: null, state: null, kind: null })}>{words.clear}</Button></Blank>}
      {total > 0 && (
        <Table<OutboxRow> className={`quiet-table${isWide ? ' outbox-table' : ''}`} rowKey="key" dataSource={found.data?.rows ?? []} columns={columns} pagination={{ current: page, pageSize, total, showSizeChanger: false, hideOnSinglePage: true, onChange: (next) => openHere({ page: String(next) }) }} />
      )}
    </section>
  )
}

function useColumns() {
  const { outbox: words } = useText(texts)
  const language = useLanguage()
  const note = ({ error, title }: OutboxRow) => <span lang="zh-CN">{error ?? title}</span>
  const state = (row: OutboxRow) => <span className={row.state === 'failed' || row.state === 'unknown' ? 'channel-failing' : undefined}>{words.states[row.state]}</span>
  const created = ({ createdAt }: OutboxRow) => readableMoment(createdAt, language)
  const named = ({ channel }: OutboxRow) => <span lang="zh-CN">{channel}</span>
  const column = (key: keyof typeof words.columns, render: (row: OutboxRow) => ReactNode) => ({ title: words.columns[key], key, render: (_: unknown, row: OutboxRow) => render(row) })
  if (!useIsWide()) return [column('created', (row) => <>{created(row)} {named(row)} {words.kinds[row.kind]} {state(row)}<p className="muted">{note(row)}</p></>)]
  return [column('created', created), column('channel', named), column('kind', ({ kind }) => words.kinds[kind]), column('state', state), column('attempts', ({ attempts }) => attempts), column('error', note)]
}
