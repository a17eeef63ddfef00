import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallOf } from '../../../platform/contract/endpoint.ts'
import { server } from '../../../web/ui/server.ts'
import { listDuties } from '../contract/duty.ts'
import { readMatrix, readWorkbench, readYearCalendar } from '../contract/overview.ts'
import { findSatisfied, listTasks, readTask } from '../contract/task.ts'

/** What is read of duties and tasks stands under one key: whoever changes one of them reads all of it anew. */
const about = 'duties'

export type TasksQuery = NonNullable<CallOf<typeof listTasks>['query']>

export function taskQuestion(taskId: string) {
  return { queryKey: [about, 'task', taskId], queryFn: () => server.call(readTask, { params: { taskId } }) }
}

export function useTask(taskId: string | null) {
  return useQuery({ ...taskQuestion(taskId ?? ''), enabled: taskId !== null })
}

export function useTasks(query: TasksQuery) {
  return useQuery({ queryKey: [about, 'tasks', query], queryFn: () => server.call(listTasks, { query }), placeholderData: keepPreviousData })
}

export function useWorkbench(query: NonNullable<CallOf<typeof readWorkbench>['query']>) {
  return useQuery({ queryKey: [about, 'workbench', query], queryFn: () => server.call(readWorkbench, { query }), placeholderData: keepPreviousData })
}

export function useMatrix(query: CallOf<typeof readMatrix>['query']) {
  return useQuery({ queryKey: [about, 'matrix', query], queryFn: () => server.call(readMatrix, { query }), placeholderData: keepPreviousData })
}

export function useDuties(unitId: string | null, { enabled = true } = {}) {
  const query = unitId === null ? {} : { unitId }
  return useQuery({ queryKey: [about, 'list', unitId], queryFn: () => server.call(listDuties, { query }), placeholderData: keepPreviousData, enabled })
}

export function useYearCalendar(query: CallOf<typeof readYearCalendar>['query']) {
  return useQuery({ queryKey: [about, 'calendar', query], queryFn: () => server.call(readYearCalendar, { query }), placeholderData: keepPreviousData })
}

/** The tasks that records satisfy or could; `version` is that of the record, where it may change. */
export function useSatisfied(recordIds: string[], version = 1) {
  return useQuery({
    queryKey: [about, 'satisfied', recordIds, version],
    queryFn: () => server.call(findSatisfied, { body: { recordIds } }),
    enabled: recordIds.length > 0,
  })
}

/** Reads everything of duties and tasks anew, after a verb. */
export function useRenewed(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [about] })
}
