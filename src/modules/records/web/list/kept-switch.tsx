import { Checkbox } from 'antd'
import { openHere } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'

/** Leaves out the kinds that no record was entered of. */
export function KeptSwitch({ isOn }: { isOn: boolean }) {
  const { kinds } = useText(texts)
  return (
    <Checkbox className="toolbar-check" checked={isOn} onChange={() => openHere({ kept: isOn ? null : 'yes' }, { replace: true })}>
      {kinds.onlyKept}
    </Checkbox>
  )
}
