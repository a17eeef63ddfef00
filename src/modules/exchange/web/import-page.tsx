import { useEffect } from 'react'
import { useText } from '../../../web/ui/language.tsx'
import { useDraft } from '../../../web/ui/use-draft.tsx'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { ImportHistory } from './import-history.tsx'
import { ImportRunning } from './import-running.tsx'
import { LedgerDrop } from './ledger-drop.tsx'
import { LedgerReading } from './ledger-reading.tsx'
import { noOrder, type Order } from './order.ts'
import { texts } from './texts.ts'
import './import.css'

/** 导入: drop a ledger, see and correct how it is understood, record it as one batch. */
export default function ImportPage() {
  const text = useText(texts)
  usePageTitle(text.title)
  const draft = useDraft<Order>('import', noOrder)
  const order = draft.value
  useEffect(() => {
    void scrollTo(0, 0)
  }, [order.importJobId])
  return (
    <section className="import">
      <h1 className="page-title">{text.title}</h1>
      <p className="muted import-intro">{text.intro}</p>
      {order.files.length === 0 ? (
        <>
          <LedgerDrop onFiles={(files) => draft.change({ ...noOrder, files })} />
          <ImportHistory />
        </>
      ) : order.importJobId === null ? (
        <LedgerReading order={order} change={draft.change} giveUp={draft.clear} />
      ) : (
        <ImportRunning jobId={order.importJobId} back={() => draft.change({ ...order, importJobId: null })} done={draft.clear} />
      )}
    </section>
  )
}
