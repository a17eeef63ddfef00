import { Select } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { UnitPicker } from '../../org/web/unit-picker.tsx'
import { chooseUnit, chooseYear, useAskedYear, yearsToChoose } from './asked.ts'
import { texts } from './texts.ts'

/** Chooses whose year is shown; `unit` is the one that the server answered for, null the whole body. */
export function UnitAndYear({ unit }: { unit: string | null }) {
  const messages = useText(texts)
  const asked = useAskedYear()
  const isBound = asked.unit === null && unit !== null
  return (
    <>
      <UnitPicker className="unit-choice" label={messages.unit} placeholder={messages.wholeBody} value={unit} clearable={!isBound} onChange={chooseUnit} />
      <Select
        className="year-choice"
        aria-label={messages.year}
        value={asked.year}
        onChange={chooseYear}
        options={yearsToChoose(asked.year).map((year) => ({ value: year, label: messages.yearOf(year) }))}
      />
    </>
  )
}
