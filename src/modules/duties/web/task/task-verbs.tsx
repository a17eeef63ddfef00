import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { goTo } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { useMay } from '../../../../web/ui/session.ts'
import { beginTask, type TaskDetail } from '../../contract/task.ts'
import { useRenewed } from '../questions.ts'
import { texts } from '../texts.ts'
import { entryAddress } from '../use-register.ts'
import { AskToSettle } from './ask-to-settle.tsx'

/** What may be done with a task: enter its record, begin, ask for it to be settled otherwise. */
export function TaskVerbs({ task }: { task: TaskDetail }) {
  const { task: messages } = useText(texts)
  const renew = useRenewed()
  const mayEnter = useMay('records:enter')
  const [settle, setSettle] = useState<'not-applicable' | 'not-held' | null>(null)
  const begin = useMutation({
    mutationFn: () => server.call(beginTask, { params: { taskId: task.taskId }, body: { expectedVersion: task.version } }),
    onSettled: () => renew(),
  })
  const isOpen = !['done', 'not-applicable', 'not-held'].includes(task.state)
  const address = entryAddress(task)
  const mayAsk = task.may.ask && isOpen && task.settling === null
  const mayBegin = task.may.link && task.state === 'not-begun'
  const mayRegister = isOpen && task.may.link && mayEnter && address !== null
  if (!mayAsk && !mayBegin && !mayRegister) return null
  return (
    <>
      <p className="task-verbs no-print">
        {mayRegister && <Button type="primary" onClick={() => goTo(address)}>{messages.register}</Button>}
        {mayBegin && <Button loading={begin.isPending} onClick={() => begin.mutate()}>{messages.begin}</Button>}
        {mayAsk && <Button onClick={() => setSettle('not-applicable')}>{messages.askFor['not-applicable']}</Button>}
        {mayAsk && <Button onClick={() => setSettle('not-held')}>{messages.askFor['not-held']}</Button>}
      </p>
      {begin.isError && <Failure error={begin.error} retry={() => begin.mutate()} />}
      {settle !== null && <AskToSettle task={task} as={settle} onClose={() => setSettle(null)} />}
    </>
  )
}
