import { Form, Input, Modal, Select } from 'antd'
import { Failure } from '../../../../web/ui/failure.tsx'
import { markProblems } from '../../../../web/ui/form-problems.ts'
import { useMessages, useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import type { KindDescription } from '../../contract/list.ts'
import type { RecordView } from '../../contract/views.ts'
import { useSaveView } from './questions.ts'
import { texts } from './texts.ts'

interface Props {
  kind: KindDescription
  address: string
  open: boolean
  onClose(): void
  onSaved(view: RecordView): void
}

/** Names a view and says who sees it. */
export function ViewForm({ kind, address, open, onClose, onSaved }: Props) {
  const { views: messages } = useText(texts)
  const shared = useMessages()
  const mayShare = useMay('records:enter')
  const [form] = Form.useForm<{ name: string; sharedWith: string }>()
  const save = useSaveView(kind.kind)
  const keep = async () => {
    const { name, sharedWith } = await form.validateFields()
    try {
      const view = await save.mutateAsync({ name, address, sharedWith: sharedWith === '' ? null : sharedWith })
      form.resetFields()
      onClose()
      onSaved(view)
    } catch (error) {
      markProblems(form, error, shared)
    }
  }
  return (
    <Modal
      title={messages.keep} open={open} onCancel={onClose} onOk={() => void keep()} okText={messages.ok} cancelText={messages.cancel} confirmLoading={save.isPending}
      afterOpenChange={(isOpen) => { if (isOpen) form.focusField('name') }}
    >
      <Form form={form} layout="vertical" initialValues={{ name: '', sharedWith: '' }} onFinish={() => void keep()}>
        <Form.Item name="name" label={messages.name} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={40} placeholder={messages.nameExample} />
        </Form.Item>
        {mayShare && (
          <Form.Item name="sharedWith" label={messages.share}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={[{ value: '', label: messages.onlyMe }, ...kind.units.map(({ unitId, name }) => ({ value: unitId, label: messages.shareWith(name) }))]}
            />
          </Form.Item>
        )}
      </Form>
      {save.isError && <Failure error={save.error} retry={() => void keep()} />}
    </Modal>
  )
}
