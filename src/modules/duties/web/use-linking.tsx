import { useMutation } from '@tanstack/react-query'
import { Button, message } from 'antd'
import type { ReactNode } from 'react'
import { wordsOf } from '../../../web/ui/failure.tsx'
import { useMessages, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { linkMany, readTask, unlinkRecord } from '../contract/task.ts'
import { useRenewed } from './questions.ts'
import { texts } from './texts.ts'

export interface Linked {
  taskId: string
  expectedVersion: number
  recordIds: string[]
}

interface Linking {
  link(links: Linked[]): void
  isPending: boolean
  error: Error | null
  /** To be put on the page: what was linked, with a way to take it back. */
  note: ReactNode
}

const saidForSeconds = 12

/** Links records to tasks, all or none, and offers to undo it. */
export function useLinking(onDone?: () => void): Linking {
  const text = useText(texts).linking
  const messages = useMessages()
  const renew = useRenewed()
  const [notes, note] = message.useMessage()
  const undo = async (links: Linked[]) => {
    notes.destroy()
    try {
      for (const each of links) await takeBack(each, text.undoReason)
      void notes.success(text.undone)
    } catch (error) {
      void notes.error(wordsOf(error, messages))
    }
    await renew()
  }
  const linking = useMutation({
    mutationFn: (links: Linked[]) => server.call(linkMany, { body: { links } }),
    onSuccess: async (_, links) => {
      await renew()
      onDone?.()
      void notes.open({
        type: 'success',
        duration: saidForSeconds,
        content: <>{text.linked(links.length)} <Button size="small" onClick={() => void undo(links)}>{text.undo}</Button></>,
      })
    },
    // Somebody else was faster: the next try is made with what stands there now.
    onError: () => void renew(),
  })
  return { link: linking.mutate, isPending: linking.isPending, error: linking.error, note }
}

async function takeBack({ taskId, recordIds }: Linked, reason: string): Promise<void> {
  const { version, links } = await server.call(readTask, { params: { taskId } })
  let expectedVersion = version
  for (const { linkId, targetId } of links) {
    if (!recordIds.includes(targetId)) continue
    expectedVersion = (await server.call(unlinkRecord, { params: { taskId }, body: { expectedVersion, linkId, reason } })).version
  }
}
