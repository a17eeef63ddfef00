import { Button, Select, Skeleton, Tabs } from 'antd'
import { goTo, openHere, useAddress } from '../../../web/ui/address.ts'
import { Failure } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { useMay } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import { EntryList, useColumns } from './entry-list.tsx'
import { PackList } from './pack-list.tsx'
import './packs.css'
import { useEverything, usePacks, type Everything, type Pack } from './questions.ts'
import { searched } from './search.ts'
import { texts } from './texts.ts'

const tabs = ['packs', 'kinds', 'metrics', 'vocabularies'] as const

/** The packs in force, and all kinds, metrics and vocabularies that they bring. */
export default function PacksPage() {
  const messages = useText(texts)
  const packs = usePacks()
  const everything = useEverything()
  usePageTitle(messages.title)
  const failed = [packs, everything].find(({ isError }) => isError)
  return (
    <section>
      <h1 className="page-title">{messages.title}</h1>
      <p className="muted">{messages.explain}</p>
      {failed !== undefined && <Failure error={failed.error} retry={() => void Promise.all([packs.refetch(), everything.refetch()])} />}
      {failed === undefined && (packs.isPending || everything.isPending) && <Skeleton active paragraph={{ rows: 10 }} />}
      {packs.isSuccess && everything.isSuccess && <Packs packs={packs.data.packs} everything={everything.data} />}
    </section>
  )
}

function Packs({ packs, everything }: { packs: Pack[]; everything: Everything }) {
  const messages = useText(texts)
  const { query } = useAddress()
  const mayWrite = useMay('packs:write')
  const narrowing = { words: query.get('words') ?? '', pack: query.get('pack') }
  const found = searched(everything, narrowing)
  const asked = tabs.find((tab) => tab === query.get('tab'))
  const isNarrowed = narrowing.words !== '' || narrowing.pack !== null
  const tab = asked ?? (isNarrowed ? 'metrics' : 'packs')
  const columns = useColumns(packs)
  const hasOwn = packs.some(({ id }) => id === 'local')
  const choose = (changes: Record<string, string | null>) => openHere(changes, { replace: true })
  const label = (name: (typeof tabs)[number], count: number) => <>{messages.tabs[name]} <span className="tab-count">{count}</span></>
  return (
    <>
      <ListToolbar
        search={{ label: messages.search, hint: messages.searchHint, value: narrowing.words, change: (words) => choose({ words: words === '' ? null : words }) }}
        filters={
          <Select
            allowClear aria-label={messages.packFilter} placeholder={messages.anyPack} value={narrowing.pack ?? undefined}
            onChange={(pack?: string) => choose({ pack: pack ?? null })}
            options={packs.map(({ id, title }) => ({ value: id, label: title }))}
          />
        }
        actions={(mayWrite || hasOwn) && <Button type="primary" onClick={() => goTo('/packs/own')}>{hasOwn ? messages.own : messages.ownNone}</Button>}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => openHere({ tab: key })}
        items={[
          { key: 'packs', label: label('packs', packs.length), children: <PackList packs={packs} /> },
          { key: 'kinds', label: label('kinds', found.kinds.length), children: <EntryList entries={found.kinds} columns={columns.kinds} what="kind" /> },
          { key: 'metrics', label: label('metrics', found.metrics.length), children: <EntryList entries={found.metrics} columns={columns.metrics} what="metric" /> },
          { key: 'vocabularies', label: label('vocabularies', found.vocabularies.length), children: <EntryList entries={found.vocabularies} columns={columns.vocabularies} what="vocabulary" /> },
        ]}
      />
      <EntryDrawer everything={everything} packs={packs} />
    </>
  )
}
