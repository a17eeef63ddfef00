import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { moveRecord, type RecordDetail } from '../../contract/record.ts'
import { useTitle } from '../entry/field-grid.tsx'
import { useRenewed } from './questions.ts'
import { ReasonModal } from './reason-modal.tsx'
import { texts } from './texts.ts'

/** The steps of the workflow that the reader may take now. */
export function MoveButtons({ record }: { record: RecordDetail }) {
  const messages = useText(texts)
  const language = useLanguage()
  const title = useTitle()
  const [chosen, setChosen] = useState<string | null>(null)
  const renew = useRenewed(record.recordId)
  const { recordId, version, form } = record
  const moving = useMutation({
    mutationFn: (order: { verb: string; note: string }) =>
      server.call(moveRecord, { params: { recordId }, body: { expectedVersion: version, verb: order.verb, ...(order.note === '' ? {} : { note: order.note }) } }),
    onSuccess: async () => {
      setChosen(null)
      await renew()
    },
    onError: renew,
  })
  const named = (verb: string) => title(form.workflow?.verbs[verb] ?? { title: verb })
  const stateAfter = (verb: string) => title(form.workflow?.states[form.workflow.verbs[verb]?.to ?? ''] ?? { title: '' })
  return (
    <>
      {record.may.verbs.map((verb) => <Button key={verb} type="primary" onClick={() => setChosen(verb)}>{named(verb)}</Button>)}
      {chosen !== null && (
        <ReasonModal
          title={named(chosen)} explain={`${named(chosen)} ${language === 'zh' ? '→' : '→'} ${stateAfter(chosen)}`} label={messages.note} confirm={named(chosen)} keep={messages.cancel}
          isOpen isDangerous={false} isOptional isRunning={moving.isPending} failure={moving.error}
          onConfirm={(note) => moving.mutate({ verb: chosen, note })} onCancel={() => setChosen(null)}
        />
      )}
    </>
  )
}
