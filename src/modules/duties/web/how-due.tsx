import { Button, Popover, Skeleton } from 'antd'
import { useState } from 'react'
import { describeSteps } from '../../../engine/calendar/step-words.ts'
import { Failure } from '../../../web/ui/failure.tsx'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import type { TaskDetail } from '../contract/task.ts'
import { useTask } from './questions.ts'
import { texts } from './texts.ts'

/** A small button that says how the due day of a task was worked out. */
export function HowDue({ taskId, title }: { taskId: string; title: string }) {
  const { how } = useText(texts)
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} destroyOnHidden title={how.title} content={<Asked taskId={taskId} />}>
      <Button type="link" size="small" className="how-due no-print" aria-label={how.buttonOf(title)} aria-expanded={isOpen}>{how.button}</Button>
    </Popover>
  )
}

function Asked({ taskId }: { taskId: string }) {
  const task = useTask(taskId)
  if (task.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} className="how-waiting" />
  if (task.isError) return <Failure error={task.error} retry={() => void task.refetch()} />
  return <HowSteps how={task.data.how} />
}

/** The steps by which a due day was worked out, one a line. */
export function HowSteps({ how }: { how: TaskDetail['how'] }) {
  const language = useLanguage()
  return (
    <ol className="how-steps">
      {describeSteps(how, language).map((line, n) => <li key={n}>{line}</li>)}
    </ol>
  )
}
