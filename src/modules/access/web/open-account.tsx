import { Form, Input } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { FormModal } from '../../org/web/form-modal.tsx'
import { newPersonName, PersonPicker } from '../../org/web/person-picker.tsx'
import { openAccount } from '../contract/accounts.ts'
import { isLogin, normalLogin } from '../rules.ts'
import { RoleFields, type ChosenRole } from './role-fields.tsx'
import type { Told } from './one-time-password.tsx'
import { texts } from './texts.ts'

interface Typed extends ChosenRole {
  login: string
  personId: string | null
}

/** Opens an account for a person; its one-time password is told once, after. */
export function OpenAccount({ onOpened, onClose }: { onOpened: (told: Told) => void; onClose: () => void }) {
  const { accounts: { openForm: words }, account: { missing } } = useText(texts)
  const submit = async ({ login, personId, role, unitId }: Typed): Promise<Told> => {
    const added = newPersonName(personId)
    const whose = added === null ? { personId: personId ?? null } : { name: added }
    const { oneTimePassword } = await server.call(openAccount, { body: { login, ...whose, roles: [{ role, unitId: role === 'administrator' ? null : (unitId ?? null) }] } })
    return { login: normalLogin(login), oneTimePassword }
  }
  const fits = { validator: (_: unknown, typed: string) => (isLogin(normalLogin(typed ?? '')) ? Promise.resolve() : Promise.reject(new Error(words.badLogin))) }
  return (
    <FormModal<Typed, Told> title={words.title} explain={words.explain} submitLabel={words.submit} draft="account.open" beginning={{ login: '', personId: null, role: 'clerk', unitId: null }} submit={submit} onDone={onOpened} onClose={onClose}>
      <Form.Item name="personId" label={words.person} extra={words.personExplain} rules={[{ required: true, message: missing }]}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="login" label={words.login} extra={words.loginRule} rules={[fits]}>
        <Input maxLength={40} autoCapitalize="none" autoComplete="off" spellCheck={false} />
      </Form.Item>
      <RoleFields />
    </FormModal>
  )
}
