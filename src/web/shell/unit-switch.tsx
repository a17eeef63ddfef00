import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect } from 'react'
import { listUnits } from '../../modules/org/contract.ts'
import { useMessages } from '../ui/language.tsx'
import { server } from '../ui/server.ts'
import { useMay } from '../ui/session.ts'
import { useUnitView } from '../ui/unit-view.tsx'

/** Chooses whose view is shown, where the reader may look at more than one unit. */
export default function UnitSwitch() {
  const messages = useMessages().unitView
  const { unitId, choose } = useUnitView()
  const found = useQuery({ queryKey: ['units', 'switch'], queryFn: () => server.call(listUnits, {}), enabled: useMay('org:read'), staleTime: 60_000 })
  const units = found.data?.units ?? []
  const isGone = unitId !== null && found.isSuccess && units.every((unit) => unit.unitId !== unitId)
  useEffect(() => {
    if (isGone) choose(null)
  }, [isGone, choose])
  if (units.length < 2) return null
  return (
    <Select
      variant="borderless"
      className="unit-switch"
      showSearch={{ optionFilterProp: 'name' }}
      popupMatchSelectWidth={320}
      aria-label={messages.label}
      value={unitId ?? ''}
      onChange={(chosen) => choose(chosen === '' ? null : chosen)}
      optionLabelProp="name"
      options={[
        { value: '', name: messages.all, label: messages.all },
        ...units.map(({ unitId: value, name, path }) => ({ value, name, label: <span style={{ paddingInlineStart: `${depthOf(path)}em` }}>{name}</span> })),
      ]}
    />
  )
}

function depthOf(path: string): number {
  return path.split(' / ').length - 1
}
