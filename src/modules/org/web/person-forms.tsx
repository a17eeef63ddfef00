import { Form, Input } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { addPerson, erasePerson } from '../contract/people.ts'
import { FormModal } from './form-modal.tsx'
import { texts } from './texts.ts'

export function AddPerson({ onClose }: { onClose: () => void }) {
  const { forms: { person }, fields } = useText(texts)
  const submit = ({ name }: { name: string }) => server.call(addPerson, { body: { name } })
  return (
    <FormModal title={person.title} explain={person.explain} submitLabel={person.submit} draft="person.add" beginning={{ name: '' }} submit={submit} onClose={onClose}>
      <Form.Item name="name" label={fields.personName} rules={[{ required: true, whitespace: true, message: fields.missing }]}>
        <Input autoFocus maxLength={60} autoComplete="off" />
      </Form.Item>
    </FormModal>
  )
}

/** Asks for the name to be typed, since nothing brings it back. */
export function ErasePerson({ person: { personId, name }, onClose }: { person: { personId: string; name: string }; onClose: () => void }) {
  const { forms: { erase }, fields } = useText(texts)
  const submit = (typed: { name: string }) => server.call(erasePerson, { params: { personId }, body: typed })
  return (
    <FormModal title={erase.title} explain={erase.explain(name)} submitLabel={erase.submit} danger beginning={{ name: '' }} submit={submit} onClose={onClose}>
      <Form.Item name="name" label={erase.confirm(name)} rules={[{ required: true, message: fields.missing }]}>
        <Input autoFocus maxLength={60} autoComplete="off" />
      </Form.Item>
    </FormModal>
  )
}
