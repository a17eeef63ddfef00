import { Select } from 'antd'
import { useMessages } from '../ui/language.tsx'
import { useSession } from '../ui/session.ts'
import { useUnitView } from '../ui/unit-view.tsx'

/** Chooses whose view is shown, where the reader may look at more than one unit. */
export function UnitSwitch() {
  const messages = useMessages().unitView
  const { roles } = useSession()
  const { unitId, choose } = useUnitView()
  const units = [...new Map(roles.flatMap((role) => (role.unitId === null ? [] : [[role.unitId, role.unit ?? '']]))).entries()]
  if (units.length < 2) return null
  return (
    <Select
      variant="borderless"
      className="unit-switch"
      aria-label={messages.label}
      value={unitId ?? ''}
      onChange={(chosen) => choose(chosen === '' ? null : chosen)}
      options={[{ value: '', label: messages.all }, ...units.map(([value, label]) => ({ value, label }))]}
    />
  )
}
