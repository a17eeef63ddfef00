import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import type { Duties } from './responsibility-page.tsx'
import { TakeOn } from './take-on.tsx'
import { texts } from './texts.ts'

interface Props {
  packs: Duties['packs']
  pack: string
  unitId: string | null
  isMain?: boolean
}

/** Opens the taking on of a pack's duties. */
export function TakeOnButton({ packs, pack, unitId, isMain = false }: Props) {
  const messages = useText(texts)
  const [isOpen, setOpen] = useState(false)
  const title = packs.find(({ id }) => id === pack)?.title ?? pack
  return (
    <>
      <Button type={isMain ? 'primary' : 'default'} aria-label={messages.takeOnNamed(title)} onClick={() => setOpen(true)}>{isMain ? messages.takeOnNamed(title) : messages.takeOn}</Button>
      {isOpen && <TakeOn pack={pack} title={title} unitId={unitId} onClose={() => setOpen(false)} />}
    </>
  )
}
