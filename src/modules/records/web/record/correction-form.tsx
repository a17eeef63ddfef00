import { Button } from 'antd'
import { useEffect, type FormEvent } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import { DraftNote } from '../../../../web/ui/use-draft.tsx'
import type { Desk } from '../../contract/entry.ts'
import type { RecordDetail } from '../../contract/record.ts'
import { FieldGrid, focusField } from '../entry/field-grid.tsx'
import { UnitChooser } from '../entry/place-line.tsx'
import { useDesk } from '../entry/questions.ts'
import { texts as entryTexts } from '../entry/texts.ts'
import { ConflictNote } from './conflict-note.tsx'
import { texts } from './texts.ts'
import { useCorrection } from './use-correction.ts'
import { today } from './today.ts'

/** The form of a correction; a conflict is shown on it, field by field. */
export function CorrectionForm({ record, onDone }: { record: RecordDetail; onDone(): void }) {
  const messages = useText(texts)
  const { problems: countText } = useText(entryTexts)
  const correction = useCorrection(record, onDone)
  const { form } = record
  const desk = withUnit(useDesk().data, record)
  const count = Object.keys(correction.problems).length
  useEffect(() => {
    const timer = setTimeout(() => focusField(form.naming))
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    const [first] = Object.keys(correction.problems)
    if (first !== undefined) focusField(first)
  }, [correction.problems])
  useShortcut('Mod+Enter', messages.save, correction.save)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    correction.save()
  }
  return (
    <form onSubmit={submit} noValidate className="correction">
      <DraftNote draft={correction.draft} />
      {correction.conflict !== null && (
        <ConflictNote form={form} conflict={correction.conflict} fields={correction.fields} onChoose={correction.setFields} />
      )}
      {desk !== undefined && <div className="place-line"><UnitChooser desk={desk} unitId={correction.unitId} onUnit={correction.setUnit} /></div>}
      <FieldGrid form={form} fields={correction.fields} problems={correction.problems} today={today()} onChange={correction.setFields} />
      {count > 0 && <p className="refusal" role="alert">{messages.notSaved}{countText(count)}</p>}
      {correction.failure !== null && count === 0 && <Failure error={correction.failure} retry={correction.save} />}
      <p className="entry-actions">
        <Button type="primary" htmlType="submit" loading={correction.isSaving} disabled={!correction.isChanged || correction.conflict?.isVoided === true}>{messages.save}</Button>
        <Button onClick={correction.giveUp}>{messages.cancel}</Button>
      </p>
    </form>
  )
}

/** A unit that was closed since can still be kept. */
function withUnit(desk: Desk | undefined, { unitId, unit }: RecordDetail): Desk | undefined {
  if (desk === undefined || desk.units.some((one) => one.unitId === unitId)) return desk
  return { ...desk, units: [{ unitId, name: unit, parentId: null }, ...desk.units] }
}
