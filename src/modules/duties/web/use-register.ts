import { useMutation, useQueryClient } from '@tanstack/react-query'
import { goTo, openHere } from '../../../web/ui/address.ts'
import type { TaskDetail } from '../contract/task.ts'
import { taskQuestion } from './questions.ts'

/** Opens the form of a record with what a task knows of it; a task that no record satisfies is opened instead. */
export function useRegister() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (taskId: string) => queries.fetchQuery(taskQuestion(taskId)),
    onSuccess: (task) => {
      const address = entryAddress(task)
      if (address === null) openHere({ task: task.taskId })
      else goTo(address)
    },
  })
}

/** Where the record for a task is entered; from there one comes back to the task. */
export function entryAddress({ taskId, unitId, form }: Pick<TaskDetail, 'taskId' | 'unitId' | 'form'>): string | null {
  if (form === null) return null
  return `/records/new?${new URLSearchParams({ kind: form.kind, unit: unitId, fields: JSON.stringify(form.fields), back: `/tasks/${taskId}` })}`
}
