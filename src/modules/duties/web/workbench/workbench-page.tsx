import { Segmented, Skeleton } from 'antd'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useUnitView } from '../../../../web/ui/unit-view.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { withUnit } from '../asked.ts'
import '../duties.css'
import { useWorkbench } from '../questions.ts'
import { TaskDrawer } from '../task/task-drawer.tsx'
import { Approvals } from './approvals.tsx'
import { ConfirmProposals } from './confirm-proposals.tsx'
import { NothingDue } from './nothing-due.tsx'
import { TaskGroup } from './task-group.tsx'
import { texts } from './texts.ts'

/** 工作台: what is late, what is due soon, and what waits for the reader. */
export default function WorkbenchPage() {
  const messages = useText(texts)
  const { query } = useAddress()
  const { unitId } = useUnitView()
  const whose = query.get('whose') === 'unit' ? 'unit' : 'mine'
  const desk = useWorkbench(withUnit(whose === 'unit' ? unitId : null, { whose }))
  usePageTitle(messages.title)
  return (
    <section className="workbench" aria-busy={desk.isFetching}>
      <div className="duty-head">
        <h1 className="page-title">{messages.title}</h1>
        <Segmented
          className="no-print" aria-label={messages.whose} value={whose} options={[{ value: 'mine', label: messages.mine }, { value: 'unit', label: messages.unit }]}
          onChange={(value) => openHere({ whose: value === 'unit' ? 'unit' : null }, { replace: true })}
        />
      </div>
      {desk.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {desk.isError && <Failure error={desk.error} retry={() => void desk.refetch()} />}
      {desk.isSuccess && <Found desk={desk.data} whose={whose} />}
      <TaskDrawer />
    </section>
  )
}

function Found({ desk, whose }: { desk: NonNullable<ReturnType<typeof useWorkbench>['data']>; whose: 'mine' | 'unit' }) {
  const messages = useText(texts)
  const { counts, late, dueIn7, dueIn30, approvals, changes } = desk
  const isEmpty = counts.late + counts.dueIn7 + counts.dueIn30 + counts.approvals + changes.length === 0
  const open = [...late, ...dueIn7, ...dueIn30]
  return (
    <>
      {whose === 'mine' && !desk.mine && <p className="muted no-posts">{messages.noPost}</p>}
      <ConfirmProposals tasks={open} count={counts.proposals} />
      {counts.vacant > 0 && <p className="vacancies">{messages.vacant(counts.vacant)}</p>}
      <Approvals tasks={approvals} changes={changes} count={counts.approvals} />
      <TaskGroup title={messages.late} tasks={late} count={counts.late} filter={{ state: 'late' }} today={desk.today} whose={whose} />
      <TaskGroup title={messages.dueIn7} tasks={dueIn7} count={counts.dueIn7} filter={{ to: 7 }} today={desk.today} whose={whose} />
      <TaskGroup title={messages.dueIn30} tasks={dueIn30} count={counts.dueIn30} filter={{ from: 8, to: 30 }} today={desk.today} whose={whose} />
      {isEmpty && <NothingDue />}
    </>
  )
}
