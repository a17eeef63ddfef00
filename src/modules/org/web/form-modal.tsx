import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Modal, type FormInstance } from 'antd'
import { useState, type ReactNode } from 'react'
import { Said } from '../../../web/ui/failure.tsx'
import { markProblems } from '../../../web/ui/form-problems.ts'
import { useMessages, useText } from '../../../web/ui/language.tsx'
import { DraftNote, useDraft } from '../../../web/ui/use-draft.tsx'
import { texts } from './texts.ts'

interface Props<T extends object, R> {
  title: string
  explain?: ReactNode
  submitLabel: string
  danger?: boolean
  /** Under which name what is typed is kept until it is saved; left out where nothing is worth keeping. */
  draft?: string
  beginning: T
  submit(typed: T, form: FormInstance<T>): Promise<R>
  onDone?(result: R): void
  onClose(): void
  children: ReactNode
}

const affected = new Set(['units', 'unit', 'chart', 'people', 'accounts', 'session'])

/** A form over the page. Refused, it names the fields and keeps what was typed; what depends on it is read anew after. */
export function FormModal<T extends object, R>({ title, explain, submitLabel, danger = false, draft: name, beginning, submit, onDone, onClose, children }: Props<T, R>) {
  const { cancel } = useText(texts)
  const messages = useMessages()
  const queries = useQueryClient()
  const [form] = Form.useForm<T>()
  const [isMarked, setMarked] = useState(false)
  const draft = useDraft<T>(name ?? 'unkept', beginning)
  const saving = useMutation({
    mutationFn: (typed: T) => submit(typed, form),
    onSuccess: async (result) => {
      draft.clear()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => affected.has(String(queryKey[0])) })
      onClose()
      onDone?.(result)
    },
    onError: (error) => setMarked(markProblems(form, error, messages)),
  })
  return (
    <Modal
      open
      title={title}
      okText={submitLabel}
      cancelText={cancel}
      okButtonProps={{ danger, htmlType: 'submit' }}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
    >
      {explain !== undefined && <p className="muted form-explain">{explain}</p>}
      {name !== undefined && <DraftNote draft={draft} onClear={() => form.setFieldsValue(beginning as Parameters<typeof form.setFieldsValue>[0])} />}
      <Form<T>
        className="modal-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={name === undefined ? beginning : { ...beginning, ...draft.value }}
        onValuesChange={(_, all) => {
          if (name !== undefined) draft.change(all)
        }}
        onFinish={(typed) => saving.mutate(typed)}
        validateTrigger="onSubmit"
        scrollToFirstError={{ focus: true }}
      >
        {children}
        <button type="submit" hidden />
      </Form>
      {saving.isError && !isMarked && <Alert type="error" role="alert" showIcon title={<Said error={saving.error} />} />}
    </Modal>
  )
}
