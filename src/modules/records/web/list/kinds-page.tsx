import { Skeleton } from 'antd'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { ListToolbar } from '../../../../web/ui/list-toolbar.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import type { KindSummary } from '../../contract/list.ts'
import { FoundRecords } from './found-records.tsx'
import { KeptSwitch } from './kept-switch.tsx'
import { KindGroup } from './kind-group.tsx'
import './list.css'
import { useKinds } from './questions.ts'
import { QuickLink } from './quick-link.tsx'
import { texts } from './texts.ts'

/** 台账: the kinds of records by pack, with how many stand for this year and the last day of one. */
export default function KindsPage() {
  const { kinds: messages } = useText(texts)
  const kinds = useKinds()
  usePageTitle(messages.title)
  return (
    <section aria-busy={kinds.isFetching}>
      <h1 className="page-title">{messages.title}</h1>
      <p className="muted">{messages.explain}</p>
      {kinds.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {kinds.isError && <Failure error={kinds.error} retry={() => void kinds.refetch()} />}
      {kinds.isSuccess && <Kinds year={kinds.data.year} all={kinds.data.kinds} />}
    </section>
  )
}

function Kinds({ year, all }: { year: number; all: KindSummary[] }) {
  const { kinds: messages } = useText(texts)
  const language = useLanguage()
  const { query } = useAddress()
  const mayEnter = useMay('records:enter')
  const words = query.get('search') ?? ''
  const onlyKept = query.get('kept') === 'yes'
  const found = all.filter((kind) => isMeant(kind, words) && (!onlyKept || kind.lastOccurredOn !== null))
  const packs = [...new Set(found.map(({ packTitle }) => packTitle))]
  return (
    <>
      <ListToolbar
        search={{ label: messages.search, value: words, change: (text) => openHere({ search: text === '' ? null : text }, { replace: true }) }}
        filters={<KeptSwitch isOn={onlyKept} />}
        actions={mayEnter && <QuickLink />}
        found={messages.found(found.length)}
      />
      {packs.map((pack) => (
        <KindGroup key={pack} title={pack} year={year} kinds={found.filter(({ packTitle }) => packTitle === pack)} language={language} mayEnter={mayEnter} />
      ))}
      {words.trim() !== '' && <FoundRecords text={words.trim()} />}
      {found.length === 0 && words.trim() === '' && <Blank title={messages.none} explain={messages.noneExplain} />}
    </>
  )
}

function isMeant({ title, en, kind }: KindSummary, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return [title, en ?? '', kind].some((name) => name.toLowerCase().includes(wanted))
}
