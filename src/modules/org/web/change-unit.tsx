import { Form, Input } from 'antd'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { changeUnit, closeUnit, type readUnit } from '../contract/units.ts'
import { DayField, today } from './day-field.tsx'
import { FormModal } from './form-modal.tsx'
import { texts } from './texts.ts'
import { UnitPicker } from './unit-picker.tsx'

interface Props {
  unit: ReplyOf<typeof readUnit>
  onClose(): void
}

export function RenameUnit({ unit: { unitId, version, name }, onClose }: Props) {
  const { forms: { rename }, fields } = useText(texts)
  const submit = (typed: { name: string; on: string }) => server.call(changeUnit, { params: { unitId }, body: { expectedVersion: version, ...typed } })
  return (
    <FormModal title={rename.title(name)} explain={rename.explain} submitLabel={rename.submit} draft={`unit.rename.${unitId}`} beginning={{ name, on: today() }} submit={submit} onClose={onClose}>
      <Form.Item name="name" label={fields.name} rules={[{ required: true, whitespace: true, message: fields.missing }]}>
        <Input autoFocus maxLength={200} />
      </Form.Item>
      <DayField />
    </FormModal>
  )
}

export function MoveUnit({ unit: { unitId, version, name, slices }, onClose }: Props) {
  const { forms: { move }, fields } = useText(texts)
  const beginning = { parentId: slices.at(-1)?.parentId ?? null, on: today() }
  const submit = (typed: { parentId: string | null; on: string }) =>
    server.call(changeUnit, { params: { unitId }, body: { expectedVersion: version, on: typed.on, parentId: typed.parentId ?? null } })
  return (
    <FormModal title={move.title(name)} explain={move.explain} submitLabel={move.submit} draft={`unit.move.${unitId}`} beginning={beginning} submit={submit} onClose={onClose}>
      <Form.Item name="parentId" label={move.newParent}>
        <UnitPicker placeholder={fields.top} selectable={(other) => other !== unitId} />
      </Form.Item>
      <DayField />
    </FormModal>
  )
}

export function CloseUnit({ unit: { unitId, version, name }, onClose }: Props) {
  const { close } = useText(texts).forms
  const submit = ({ on }: { on: string }) => server.call(closeUnit, { params: { unitId }, body: { expectedVersion: version, on } })
  return (
    <FormModal title={close.title(name)} explain={close.explain} submitLabel={close.submit} danger beginning={{ on: today() }} submit={submit} onClose={onClose}>
      <DayField />
    </FormModal>
  )
}
