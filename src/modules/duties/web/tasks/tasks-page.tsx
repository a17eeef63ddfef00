import { Button, Skeleton, Table } from 'antd'
import { goTo, openHere, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import type { TaskRow } from '../../contract/task.ts'
import '../duties.css'
import { DutyPlaces } from '../places.tsx'
import { useTasks } from '../questions.ts'
import { TaskDrawer } from '../task/task-drawer.tsx'
import { texts } from '../texts.ts'
import { tasksPerPage, useAskedTasks } from './asked.ts'
import { useTaskColumns } from './task-columns.tsx'
import { TasksToolbar } from './tasks-toolbar.tsx'

/** Every task of the units one may read: searched, narrowed, sorted and paged by the server. */
export default function TasksPage() {
  const { tasks: messages } = useText(texts)
  const { query, page, isNarrowed } = useAskedTasks()
  const found = useTasks({ ...query, page, size: tasksPerPage })
  const columns = useTaskColumns()
  usePageTitle(messages.title)
  const { tasks = [], total = 0 } = found.data ?? {}
  return (
    <section className="tasks-page">
      <h1 className="page-title">{messages.title}</h1>
      <DutyPlaces />
      <TasksToolbar asked={query} total={found.isPending ? null : total} />
      {found.isError ? <Failure error={found.error} retry={() => void found.refetch()} /> : (
        <Table<TaskRow>
          className="quiet-table tasks-table" rowKey="taskId" size="small" dataSource={tasks} columns={columns} aria-busy={found.isFetching}
          locale={{ emptyText: found.isPending ? <Skeleton active paragraph={{ rows: 4 }} /> : <NoTasks isNarrowed={isNarrowed} /> }}
          pagination={{ current: page, pageSize: tasksPerPage, total, onChange: (next) => openHere({ page: next === 1 ? null : String(next) }), hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
      <TaskDrawer />
    </section>
  )
}

const conditions = ['q', 'state', 'duty', 'pack', 'period', 'from', 'to', 'mine', 'unit', 'page']

function NoTasks({ isNarrowed }: { isNarrowed: boolean }) {
  const { tasks: messages } = useText(texts)
  const { query } = useAddress()
  const mayManage = useMay('duties:manage')
  if (isNarrowed) {
    const clear = () => openHere(Object.fromEntries(conditions.filter((name) => query.has(name)).map((name) => [name, null])), { replace: true })
    return <Blank title={messages.none} explain={messages.noneExplain}><Button onClick={clear}>{messages.clear}</Button></Blank>
  }
  return (
    <Blank title={messages.empty} explain={messages.emptyExplain}>
      {mayManage && <Button type="primary" onClick={() => goTo('/duties/list')}>{messages.takeOn}</Button>}
    </Blank>
  )
}
