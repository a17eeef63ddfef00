import { Pagination, Skeleton } from 'antd'
import { useState } from 'react'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { withUnit } from '../asked.ts'
import { Standing } from '../lateness.tsx'
import { useTasks } from '../questions.ts'
import { texts as shared } from '../texts.ts'
import { dutyTitle, periodWords, shortPeriod } from '../words.ts'
import { texts } from './texts.ts'

const perPage = 30

/** The tasks of the cell that the address names (`?duty=&cell=`), for several units or several weeks. */
export function CellDrawer({ unitId }: { unitId: string | null }) {
  const messages = useText(texts)
  const language = useLanguage()
  const { query } = useAddress()
  const [duty, period] = [query.get('duty'), query.get('cell')]
  const isOpen = duty !== null && period !== null
  return (
    <Drawer open={isOpen} onClose={() => openHere({ duty: null, cell: null })} title={isOpen ? messages.cellTitle(shortPeriod(period, language) ?? period) : ''} widthPx={620}>
      {isOpen && <Tasks key={`${duty} ${period}`} duty={duty} period={period} unitId={unitId} />}
    </Drawer>
  )
}

function Tasks({ duty, period, unitId }: { duty: string; period: string; unitId: string | null }) {
  const { tasks: words, task: { due } } = useText(shared)
  const language = useLanguage()
  const [page, setPage] = useState(1)
  const found = useTasks(withUnit(unitId, { duty, period, sort: 'state' as const, page, size: perPage }))
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { tasks, total } = found.data
  const [first] = tasks
  return (
    <>
      {first !== undefined && <p><strong>{dutyTitle(first.duty, language)}</strong></p>}
      <p className="muted" role="status">{words.found(readableNumber(total))}</p>
      <ul className="cell-tasks">
        {tasks.map((task) => (
          <li key={task.taskId}>
            <button type="button" className="task-open" onClick={() => openHere({ task: task.taskId })}><span lang="zh-CN">{task.unit}</span></button>
            <span className="muted">{periodWords(task, language)} · {due} {readableDate(task.dueOn, language)}</span>
            <Standing task={task} />
          </li>
        ))}
      </ul>
      <Pagination current={page} pageSize={perPage} total={total} onChange={setPage} showSizeChanger={false} hideOnSinglePage align="end" />
    </>
  )
}
