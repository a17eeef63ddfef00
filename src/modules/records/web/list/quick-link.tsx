import { Button } from 'antd'
import { goTo } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'

/** The way to enter a record of any kind by one sentence. */
export function QuickLink() {
  const messages = useText(texts)
  return <Button type="primary" onClick={open}>{messages.kinds.quick}</Button>
}

function open(): void {
  goTo('/records/new')
}
