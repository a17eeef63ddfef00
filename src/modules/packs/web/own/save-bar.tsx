import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { changeLocalPack } from '../../contract.ts'
import { texts } from '../texts.ts'
import type { OwnChanges, OwnTexts } from './own-changes.ts'

interface Props {
  changes: OwnChanges
  /** The texts as they will stand. */
  present: OwnTexts
  /** There is something in the way: mistakes, another version, no change. */
  isBlocked: boolean
  isChanged: boolean
  onCleared(): void
}

/** Saves the changes, which puts them in force, or gives them up. */
export function SaveBar({ changes, present, isBlocked, isChanged, onCleared }: Props) {
  const { editor: words } = useText(texts)
  const queries = useQueryClient()
  const [isAsking, ask] = useState(false)
  const save = useMutation({
    mutationFn: () => server.call(changeLocalPack, { body: { expected: changes.base, files: changes.files } }),
    onSuccess: ({ version }) => {
      queries.setQueryData(['packs', 'own'], { version, files: Object.entries(present).map(([path, text]) => ({ path, text })) })
      onCleared()
      void queries.invalidateQueries()
    },
    // A stale version shows the conflict once what stands now has been read.
    onError: () => void queries.invalidateQueries({ queryKey: ['packs', 'own'] }),
  })
  return (
    <>
      <div className="own-bar no-print">
        <Button type="primary" disabled={isBlocked} loading={save.isPending} onClick={() => save.mutate()}>{save.isPending ? words.saving : words.save}</Button>
        <Button disabled={!isChanged} onClick={() => ask(true)}>{words.discard}</Button>
        <span className="muted" role="status">{save.isSuccess && !isChanged ? words.saved(save.data.version) : isChanged ? '' : words.nothing}</span>
      </div>
      {save.isError && <Failure error={save.error} retry={() => save.mutate()} />}
      <Modal
        open={isAsking} title={words.discardAsk} okText={words.discard} okButtonProps={{ danger: true }} cancelText={words.keep} onCancel={() => ask(false)}
        onOk={() => {
          onCleared()
          save.reset()
          ask(false)
        }}
      />
    </>
  )
}
