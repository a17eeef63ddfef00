import { Form, Input, Modal } from 'antd'
import { useText } from '../ui/language.tsx'
import { anchorOf, type Anchor } from './anchor.ts'
import { texts } from './texts.ts'

/** Asks for a checkpoint that was kept earlier. */
export function AnchorDialog({ isOpen, onClose, onAnchor }: { isOpen: boolean; onClose(): void; onAnchor(anchor: Anchor): void }) {
  const { verify: messages } = useText(texts)
  const [form] = Form.useForm<{ anchor: string }>()
  const check = ({ anchor }: { anchor: string }) => {
    const found = anchorOf(anchor)
    if (found !== null) onAnchor(found)
  }
  return (
    <Modal open={isOpen} title={messages.anchorTitle} okText={messages.run} onOk={form.submit} onCancel={onClose} destroyOnHidden>
      <p className="muted">{messages.anchorExplain}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={check} preserve={false}>
        <Form.Item
          name="anchor"
          label={messages.anchorLabel}
          rules={[{ validator: (_, text: string | undefined) => (anchorOf(text ?? '') === null ? Promise.reject(new Error(messages.anchorWrong)) : Promise.resolve()) }]}
          validateTrigger="onSubmit"
        >
          <Input.TextArea autoFocus rows={3} maxLength={400} placeholder={messages.anchorExample} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
