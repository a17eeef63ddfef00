import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { FormModal } from '../../org/web/form-modal.tsx'
import { grantRole } from '../contract/accounts.ts'
import { RoleFields, type ChosenRole } from './role-fields.tsx'
import { texts } from './texts.ts'

export function GrantRole({ account: { accountId, login }, onClose }: { account: { accountId: string; login: string }; onClose: () => void }) {
  const { grantForm: words } = useText(texts).accounts
  const submit = ({ role, unitId }: ChosenRole) =>
    server.call(grantRole, { params: { accountId }, body: { role, unitId: role === 'administrator' ? null : (unitId ?? null) } })
  return (
    <FormModal<ChosenRole, unknown> title={words.title(login)} explain={words.explain} submitLabel={words.submit} beginning={{ role: 'clerk', unitId: null }} submit={submit} onClose={onClose}>
      <RoleFields />
    </FormModal>
  )
}
