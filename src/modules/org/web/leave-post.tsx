import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { leavePost } from '../contract/people.ts'
import { DayField, today } from './day-field.tsx'
import { FormModal } from './form-modal.tsx'
import { texts } from './texts.ts'

export function LeavePost({ post: { postId, name, title }, onClose }: { post: { postId: string; name: string; title: string }; onClose: () => void }) {
  const { forms: { leave }, erased } = useText(texts)
  const submit = ({ on }: { on: string }) => server.call(leavePost, { params: { postId }, body: { on } })
  return (
    <FormModal title={leave.title(name === '' ? erased : name, title)} explain={leave.explain} submitLabel={leave.submit} beginning={{ on: today() }} submit={submit} onClose={onClose}>
      <DayField />
    </FormModal>
  )
}
