import { Button } from 'antd'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Drawer } from '../../../web/ui/drawer.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useText } from '../../../web/ui/language.tsx'
import type { Figure, Report } from './figure.ts'
import { FigureFacts } from './figure-facts.tsx'
import { FigureRecords } from './figure-records.tsx'
import { FigureNow } from './issued/figure-now.tsx'
import { sharedSentences } from './shared-sentences.ts'
import { texts } from './texts.ts'

/** The figure named in the address, opened beside the table: how it was computed and the records behind it. */
export function FigureDrawer({ report }: { report: Report }) {
  const messages = useText(texts).figure
  const asked = useAddress().query.get('figure')
  const number = Number(asked)
  const at = report.figures.findIndex((figure) => figure.number === number)
  const figure = report.figures[at]
  return (
    <Drawer
      open={asked !== null}
      onClose={() => openHere({ figure: null }, { replace: true })}
      returnTo={currentRow}
      title={messages.title(number)}
      extra={<Neighbours report={report} at={at} />}
      className="figure-drawer"
    >
      {figure === undefined ? (
        <Blank title={messages.unknown(number)} explain="" />
      ) : (
        <>
          <FigureFacts figure={figure} standing={sharedSentences(report.figures)(figure)} />
          <FigureNow reportId={report.reportId} number={figure.number} />
          <FigureRecords key={figure.number} reportId={report.reportId} figure={figure} />
        </>
      )}
    </Drawer>
  )
}

function Neighbours({ report, at }: { report: Report; at: number }) {
  const messages = useText(texts).figure
  const [previous, next] = [report.figures[at - 1], report.figures[at + 1]]
  return (
    <span className="neighbours">
      <Button type="text" disabled={previous === undefined} onClick={() => showInstead(previous)} icon={<Icon shape="previous" />}>{messages.previous}</Button>
      <Button type="text" disabled={next === undefined} onClick={() => showInstead(next)} icon={<Icon shape="next" />} iconPlacement="end">{messages.next}</Button>
    </span>
  )
}

function showInstead(figure: Figure | undefined): void {
  if (figure !== undefined) openHere({ figure: String(figure.number) }, { replace: true })
}

/** The row that the keyboard would reach in the table, also where the page was opened with the drawer open. */
function currentRow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('tr[data-figure][tabindex="0"]')
}
