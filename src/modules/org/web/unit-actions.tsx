import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../web/ui/language.tsx'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import type { readUnit } from '../contract/units.ts'
import { CloseUnit, MoveUnit, RenameUnit } from './change-unit.tsx'
import { FillPost } from './fill-post.tsx'
import { FoundUnit } from './found-unit.tsx'
import { texts } from './texts.ts'

type Action = 'found' | 'rename' | 'move' | 'close' | 'fill'

/** What may be done with a unit. */
export function UnitActions({ unit }: { unit: ReplyOf<typeof readUnit> }) {
  const { actions } = useText(texts).unit
  const [doing, setDoing] = useState<Action | null>(null)
  const close = () => setDoing(null)
  return (
    <div className="unit-actions no-print">
      <Button type="primary" onClick={() => setDoing('fill')}>{actions.fill}</Button>
      <Button onClick={() => setDoing('found')}>{actions.found}</Button>
      <Button onClick={() => setDoing('rename')}>{actions.rename}</Button>
      <Button onClick={() => setDoing('move')}>{actions.move}</Button>
      <Button danger onClick={() => setDoing('close')}>{actions.close}</Button>
      {doing === 'fill' && <FillPost unitId={unit.unitId} onClose={close} />}
      {doing === 'found' && <FoundUnit parentId={unit.unitId} onClose={close} />}
      {doing === 'rename' && <RenameUnit unit={unit} onClose={close} />}
      {doing === 'move' && <MoveUnit unit={unit} onClose={close} />}
      {doing === 'close' && <CloseUnit unit={unit} onClose={close} />}
    </div>
  )
}
