import { Form, Input, Select } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'

/** Whose duty: a responsibility, or a post by its title. */
export function OwnerFields() {
  const messages = useText(texts)
  return (
    <>
      <Form.Item name="owner" label={messages.columns.owner}>
        <Select options={[...Object.entries(messages.responsibilities), ['post', messages.byPost] as const].map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['owner']}>
        {({ getFieldValue }) => (getFieldValue('owner') === 'post' && (
          <Form.Item name="post" label={messages.post} rules={[{ required: true, whitespace: true, message: messages.postMissing }]}>
            <Input maxLength={40} />
          </Form.Item>
        ))}
      </Form.Item>
    </>
  )
}
