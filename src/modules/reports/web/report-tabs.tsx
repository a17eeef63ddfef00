import { Tabs } from 'antd'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import { CarriedOverList } from './carried-over-list.tsx'
import { ReportChanges, useReportChanges } from './changes/report-changes.tsx'
import { texts as changesTexts } from './changes/texts.ts'
import type { Report } from './figure.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { ByHandList } from './issued/by-hand-list.tsx'
import { IssuedText } from './issued/issued-text.tsx'
import { texts as issuedTexts } from './issued/texts.ts'
import { OpenSlotList } from './open-slot-list.tsx'
import { texts } from './texts.ts'

const tabs = ['figures', 'text', 'open', 'byHand', 'carried', 'changes'] as const

/** The text of a report and the counts of what stands in it; each opens what it counts. */
export function ReportTabs({ report }: { report: Report }) {
  const messages = useText(texts)
  const asked = useAddress().query.get('tab')
  const issued = useText(issuedTexts)
  const changes = useReportChanges(report.reportId).data
  const names = { ...messages.tabs, ...issued.tabs, changes: useText(changesTexts).tab }
  const counts = {
    figures: report.figures.length, text: null, open: report.open.length, byHand: report.byHand.length, carried: report.carriedOver.length,
    changes: changes?.figures.length ?? null,
  }
  const panels = {
    figures: <FiguresPanel figures={report.figures} />,
    text: <IssuedText reportId={report.reportId} />,
    byHand: <ByHandList places={report.byHand} />,
    changes: <ReportChanges reportId={report.reportId} />,
    open: <OpenSlotList places={report.open} />,
    carried: <CarriedOverList sentences={report.carriedOver} />,
  }
  return (
    <Tabs
      className="report-tabs"
      activeKey={tabs.find((tab) => tab === asked) ?? 'figures'}
      onChange={(tab) => openHere({ tab: tab === 'figures' ? null : tab }, { replace: true })}
      items={tabs.map((tab) => ({
        key: tab,
        label: (
          <span className={`count count-${tab}`}>
            {counts[tab] !== null && <span className="count-number">{readableNumber(counts[tab])}</span>}
            <span className="count-name">{names[tab]}</span>
          </span>
        ),
        children: panels[tab],
      }))}
    />
  )
}
