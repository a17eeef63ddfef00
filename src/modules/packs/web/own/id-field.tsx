import { Form, Input } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from '../texts.ts'

/** The id of something new; one that is free stands in it from the beginning. */
export function IdField({ taken }: { taken: ReadonlySet<string> }) {
  const { form: words, editor } = useText(texts)
  return (
    <Form.Item
      name="id" label={words.id} extra={words.idHint}
      rules={[
        { required: true, max: 60, pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, message: editor.badName },
        { validator: (_, id: string) => (taken.has(id) ? Promise.reject(new Error(words.duplicate)) : Promise.resolve()) },
      ]}
    >
      <Input />
    </Form.Item>
  )
}
