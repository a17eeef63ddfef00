import { useAddress } from '../../../../web/ui/address.ts'
import { useUnitView } from '../../../../web/ui/unit-view.tsx'
import { taskSorts } from '../../contract/task.ts'
import { taskStates } from '../../rules.ts'
import type { TasksQuery } from '../questions.ts'

export const tasksPerPage = 50

/** What the address asks of the list of tasks; it says everything, so that a link shows a colleague the same. */
export function useAskedTasks(): { query: TasksQuery; page: number; isNarrowed: boolean } {
  const { query } = useAddress()
  const { unitId } = useUnitView()
  const text = (name: string) => query.get(name) ?? undefined
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((each) => each === query.get(name))
  const narrowed = {
    search: text('q'),
    state: one('state', taskStates),
    duty: text('duty'),
    pack: text('pack'),
    period: text('period'),
    dueFrom: dayOf(text('from')),
    dueTo: dayOf(text('to')),
    ...(query.get('mine') === 'yes' ? { mine: 'true' } : {}),
  }
  return {
    query: { ...narrowed, unitId: text('unit') ?? unitId ?? undefined, sort: one('sort', taskSorts) ?? 'due', order: query.get('order') === 'desc' ? 'desc' : 'asc' },
    page: Math.max(1, Math.floor(Number(query.get('page') ?? 1)) || 1),
    isNarrowed: query.has('unit') || Object.values(narrowed).some((value) => value !== undefined),
  }
}

function dayOf(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}
