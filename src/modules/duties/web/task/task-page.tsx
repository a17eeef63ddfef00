import { Skeleton } from 'antd'
import { useAddress } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import '../duties.css'
import { useTask } from '../questions.ts'
import { Satisfied } from '../standing/satisfied.tsx'
import { texts } from '../texts.ts'
import { dutyTitle } from '../words.ts'
import { TaskSheet } from './task-sheet.tsx'

/** One task on a page of its own; whoever entered a record for it comes back here, with the record ready to be linked. */
export default function TaskPage() {
  const { task: messages, places } = useText(texts)
  const language = useLanguage()
  const { params, query } = useAddress()
  const task = useTask(params['taskId'] ?? '')
  const title = task.data === undefined ? messages.page : dutyTitle(task.data.duty, language)
  usePageTitle(title)
  if (task.isPending) return <Skeleton active paragraph={{ rows: 10 }} />
  if (task.isError) {
    return (
      <>
        <h1 className="page-title">{title}</h1>
        <Failure error={task.error} retry={() => void task.refetch()} />
      </>
    )
  }
  const entered = enteredRecord(query.get('entered'))
  const isLinked = task.data.links.some(({ targetId }) => targetId === entered)
  return (
    <article className="task-page">
      <Link className="back no-print" to="/tasks">{places.tasks}</Link>
      <h1 className="page-title">{title}</h1>
      {entered !== null && <Satisfied recordIds={[entered]} first={task.data} />}
      <TaskSheet task={task.data} proposes={entered === null || isLinked} />
    </article>
  )
}

/** The record with which one came back, as the address names it. */
function enteredRecord(written: string | null): string | null {
  return written !== null && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(written) ? written : null
}
