import { Skeleton } from 'antd'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useTask } from '../questions.ts'
import { texts } from '../texts.ts'
import { dutyTitle } from '../words.ts'
import { TaskSheet } from './task-sheet.tsx'

/** The task that the address names (`?task=`), over any page about duties. */
export function TaskDrawer() {
  const { task: messages } = useText(texts)
  const language = useLanguage()
  const { query } = useAddress()
  const taskId = query.get('task')
  const task = useTask(taskId)
  return (
    <Drawer
      open={taskId !== null}
      widthPx={720}
      onClose={() => openHere({ task: null })}
      title={task.data === undefined ? messages.page : dutyTitle(task.data.duty, language)}
      extra={taskId === null ? null : <Link to={`/tasks/${taskId}`}>{messages.ownPage}</Link>}
    >
      {task.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {task.isError && <Failure error={task.error} retry={() => void task.refetch()} />}
      {task.isSuccess && <TaskSheet task={task.data} />}
    </Drawer>
  )
}
