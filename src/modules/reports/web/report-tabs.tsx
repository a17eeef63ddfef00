import { Tabs } from 'antd'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import { CarriedOverList } from './carried-over-list.tsx'
import type { Report } from './figure.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { OpenSlotList } from './open-slot-list.tsx'
import { texts } from './texts.ts'

const tabs = ['figures', 'open', 'carried'] as const

/** The three counts of a report; each opens what it counts. */
export function ReportTabs({ report }: { report: Report }) {
  const messages = useText(texts)
  const asked = useAddress().query.get('tab')
  const counts = { figures: report.figures.length, open: report.open.length, carried: report.carriedOver.length }
  const panels = {
    figures: <FiguresPanel figures={report.figures} />,
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
            <span className="count-number">{readableNumber(counts[tab])}</span>
            <span className="count-name">{messages.tabs[tab]}</span>
          </span>
        ),
        children: panels[tab],
      }))}
    />
  )
}
