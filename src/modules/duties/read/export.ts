import { Readable } from 'node:stream'
import { bytesOf, exportStream } from '../../records/list/export-file.ts'
import type { TaskRow } from '../contract/task.ts'
import type { Lateness, TaskState } from '../rules.ts'

export const mostExported = 20_000

const states: Record<TaskState, string> = {
  'not-begun': '未开始', 'under-way': '进行中', done: '已完成', late: '逾期', 'not-applicable': '不适用', 'not-held': '未开展',
}

const latenesses: Record<Lateness, string> = { open: '', overdue: '已逾期', 'in-time': '按期', 'recorded-late': '按期，补录', 'done-late': '逾期完成' }

const heading = ['责任事项', '类别', '单位', '周期', '起', '止', '到期日', '状态', '时限情况', '应完成', '已完成', '完成日期', '责任人']

/** The tasks of a list as a workbook. */
export function tasksWorkbook(tasks: TaskRow[]): Promise<Uint8Array> {
  return workbook('责任任务', heading, tasks.map((task) => [
    task.duty.title, task.duty.group, task.unit, task.period, task.periodFrom, task.periodTo, task.dueOn, states[task.state], latenesses[task.lateness],
    task.needed, task.done, task.doneOn ?? '', task.owners.map(({ name }) => name).join('、'),
  ]))
}

/** One sheet with a heading that stays in sight. */
export function workbook(name: string, heading: string[], rows: (string | number)[][]): Promise<Uint8Array> {
  return bytesOf(exportStream(name, { heading, rows: Readable.from(rows), total: rows.length }, 'xlsx'))
}
