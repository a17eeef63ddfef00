import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { goTo } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { today } from '../../../org/web/day-field.tsx'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import { adoptDuties, previewAdoption } from '../../contract/duty.ts'
import { useRenewed } from '../questions.ts'
import { PlanView } from './plan-view.tsx'
import { texts } from './texts.ts'

interface Props {
  pack: string
  title: string
  unitId: string | null
  onClose(): void
}

/** Taking on the duties of a pack: for whom and since when, then what would follow, then what followed. */
export function TakeOn({ pack, title, unitId, onClose }: Props) {
  const messages = useText(texts)
  const renew = useRenewed()
  const [unit, setUnit] = useState(unitId)
  const [fromOn, setFromOn] = useState(`${today().slice(0, 4)}-01-01`)
  const body = { pack, unitId: unit ?? '', fromOn }
  const preview = useMutation({ mutationFn: () => server.call(previewAdoption, { body }) })
  const adopt = useMutation({ mutationFn: () => server.call(adoptDuties, { body }) })
  const change = (apply: () => void) => {
    apply()
    preview.reset()
    adopt.reset()
  }
  const step = adopt.isSuccess ? 'done' : preview.isSuccess ? 'confirm' : 'ask'
  // What stands behind may hold the button that opened this: it is read anew only when all was seen.
  const close = () => {
    onClose()
    if (adopt.isSuccess) void renew()
  }
  const seeMatrix = () => {
    close()
    goTo(`/duties${unit === null ? '' : `?unit=${unit}`}`)
  }
  const isAsked = unit !== null && fromOn !== ''
  return (
    <Modal
      open title={messages.takeOnNamed(title)} onCancel={close} width={640} mask={{ closable: false }}
      footer={{
        ask: [<Button key="see" type="primary" disabled={!isAsked} loading={preview.isPending} onClick={() => preview.mutate()}>{messages.preview}</Button>],
        confirm: [<Button key="take" type="primary" loading={adopt.isPending} onClick={() => adopt.mutate()}>{messages.confirmTakeOn}</Button>],
        done: [<Button key="see" type="primary" onClick={seeMatrix}>{messages.seeMatrix}</Button>],
      }[step]}
    >
      {step !== 'done' && (
        <>
          <p className="muted form-explain">{messages.takeOnExplain}</p>
          <Form layout="vertical" requiredMark={false} className="modal-form">
            <Form.Item label={messages.unit} htmlFor="take-on-unit"><UnitPicker id="take-on-unit" value={unit} clearable={false} onChange={(next) => change(() => setUnit(next))} /></Form.Item>
            <Form.Item label={messages.fromOn} htmlFor="take-on-from" extra={messages.fromOnHint}>
              <Input id="take-on-from" type="date" value={fromOn} onChange={({ target }) => change(() => setFromOn(target.value))} />
            </Form.Item>
          </Form>
        </>
      )}
      {preview.isError && <Failure error={preview.error} retry={() => preview.mutate()} />}
      {adopt.isError && <Failure error={adopt.error} retry={() => adopt.mutate()} />}
      {step === 'confirm' && preview.data !== undefined && <PlanView plan={preview.data} title={messages.wouldFollow} />}
      {adopt.data !== undefined && <PlanView plan={adopt.data.dispatched} title={messages.followed} />}
    </Modal>
  )
}
