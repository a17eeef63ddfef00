import { Button } from 'antd'
import { goTo, openHere } from '../../../web/ui/address.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { useText } from '../../../web/ui/language.tsx'
import type { Selection } from './select-metrics.ts'
import { texts } from './texts.ts'

/** Nothing fits the conditions, or nothing has been recorded yet. */
export function NoFigures({ year, selection: { words, kind } }: { year: number; selection: Selection }) {
  const messages = useText(texts)
  if (words === '' && kind === null) {
    return (
      <Blank title={messages.empty(year)} explain={messages.emptyExplain}>
        <Button type="primary" onClick={() => goTo('/records')}>{messages.toRecords}</Button>{' '}
        <Button onClick={() => goTo('/import')}>{messages.toImport}</Button>
      </Blank>
    )
  }
  return (
    <Blank title={messages.none} explain={messages.noneExplain}>
      <Button onClick={() => openHere({ words: null, kind: null, all: 'yes', page: null }, { replace: true })}>{messages.showAll}</Button>
    </Blank>
  )
}
