import { Button, Space } from 'antd'
import { goTo, openHere, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import type { KindDescription } from '../../contract/list.ts'
import { isNarrowed, noFilter, type Asked } from './asked.ts'
import { texts } from './texts.ts'
import { titleOf } from './values.ts'

/** Says why there is nothing, and what to do: loosen the filter, or enter the first record. */
export function NothingThere({ kind, asked }: { kind: KindDescription; asked: Asked }) {
  const messages = useText(texts)
  const { empty } = messages
  const language = useLanguage()
  const { query } = useAddress()
  const [mayEnter, mayImport] = [useMay('records:enter'), useMay('records:import')]
  if (isNarrowed(asked.filter)) {
    const unsearchable = asked.filter.search !== undefined && !/[\p{L}\p{N}]/u.test(asked.filter.search)
    return (
      <Blank title={empty.nothingFound} explain={unsearchable ? empty.unsearchable : empty.nothingFoundExplain}>
        <Button onClick={() => openHere(noFilter(query))}>{messages.clear}</Button>
      </Blank>
    )
  }
  return (
    <Blank title={empty.title(titleOf(kind, language))} explain={empty.explain}>
      <Space wrap>
        {mayEnter && <Button type="primary" onClick={() => goTo(`/records/new?kind=${kind.kind}`)}>{empty.add}</Button>}
        {mayImport && <Button onClick={() => goTo('/import')}>{empty.import}</Button>}
      </Space>
    </Blank>
  )
}
