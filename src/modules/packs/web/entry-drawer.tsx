import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { KindView } from './kind-view.tsx'
import { MetricView } from './metric-view.tsx'
import type { Everything, Pack } from './questions.ts'
import { VocabularyView } from './vocabulary-view.tsx'

interface Props {
  everything: Everything
  packs: Pack[]
}

/** The kind, metric or vocabulary that the address names, beside the lists. */
export function EntryDrawer({ everything, packs }: Props) {
  const { query } = useAddress()
  const kind = everything.kinds.find(({ id }) => id === query.get('kind'))
  const metric = everything.metrics.find(({ id }) => id === query.get('metric'))
  const vocabulary = everything.vocabularies.find(({ id }) => id === query.get('vocabulary'))
  const opened = kind ?? metric ?? vocabulary
  const pack = packs.find(({ id }) => id === opened?.pack)?.title ?? ''
  return (
    <Drawer
      open={opened !== undefined}
      widthPx={780}
      title={opened === undefined ? '' : <span lang="zh-CN">{opened.title} <span className="muted">{opened.id}</span></span>}
      onClose={() => openHere({ kind: null, metric: null, vocabulary: null }, { replace: true })}
    >
      {kind !== undefined ? <KindView kind={kind} everything={everything} pack={pack} />
        : metric !== undefined ? <MetricView metric={metric} everything={everything} pack={pack} />
          : vocabulary !== undefined ? <VocabularyView vocabulary={vocabulary} everything={everything} pack={pack} /> : null}
    </Drawer>
  )
}
