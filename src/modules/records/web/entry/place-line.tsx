import { Select } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import type { Desk } from '../../contract/entry.ts'
import { useTitle } from './field-grid.tsx'
import { texts } from './texts.ts'

interface Props {
  desk: Desk
  kind: string | null
  unitId: string | null
  onKind(kind: string): void
  onUnit(unitId: string): void
}

/** Which ledger the record goes into, and whose it is. */
export function PlaceLine({ desk, kind, unitId, onKind, onUnit }: Props) {
  const messages = useText(texts)
  const title = useTitle()
  const kinds = desk.kinds.map((one) => ({
    value: one.id, label: title({ title: one.title, en: one.en ?? undefined }), words: [one.title, one.en ?? '', ...one.words].join('\n').toLowerCase(),
  }))
  return (
    <div className="place-line">
      <Chooser id="entry-kind" label={messages.kind} placeholder={messages.chooseKind} value={kind} options={kinds} onChoose={onKind} />
      <UnitChooser desk={desk} unitId={unitId} onUnit={onUnit} />
    </div>
  )
}

export function UnitChooser({ desk, unitId, onUnit }: Pick<Props, 'desk' | 'unitId' | 'onUnit'>) {
  const messages = useText(texts)
  const units = desk.units.map((unit) => ({ value: unit.unitId, label: unit.name, words: unit.name.toLowerCase() }))
  return <Chooser id="entry-unit" label={messages.unit} placeholder={messages.chooseUnit} value={unitId} options={units} onChoose={onUnit} />
}

interface ChooserProps {
  id: string
  label: string
  placeholder: string
  value: string | null
  options: { value: string; label: string; words: string }[]
  onChoose(value: string): void
}

/** A list to choose one of, found by any part of its words. */
function Chooser({ id, label, placeholder, value, options, onChoose }: ChooserProps) {
  const byWords = (text: string, option?: { words: string }) => option?.words.includes(text.trim().toLowerCase()) ?? false
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} placeholder={placeholder} options={options} showSearch={{ filterOption: byWords }} onChange={(chosen: string | null) => chosen !== null && onChoose(chosen)} />
    </div>
  )
}
