import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { taskStates } from '../rules.ts'
import { ChangeView } from './duty.ts'
import { TaskRow } from './task.ts'

const Day = z.iso.date('应为 2026-03-05 的形式')

export const readWorkbench = endpoint({
  name: 'duties.workbench',
  method: 'GET',
  path: '/api/workbench',
  permission: 'duties:read',
  summary: 'What is late, due and waiting for the person who asks, or for a unit they may read.',
  query: z.strictObject({ unitId: z.uuid().optional(), whose: z.enum(['mine', 'unit']).default('mine') }),
  reply: z.object({
    today: Day,
    /** False where the account has no person or the person no post: then the units' tasks are shown. */
    mine: z.boolean(),
    late: z.array(TaskRow),
    dueIn7: z.array(TaskRow),
    dueIn30: z.array(TaskRow),
    /** Settlements that wait for the asking person's approval, and changes of duties that do. */
    approvals: z.array(TaskRow),
    changes: z.array(ChangeView),
    /** All of each group, of which the first fifty are given. */
    counts: z.object({ late: z.number().int(), dueIn7: z.number().int(), dueIn30: z.number().int(), approvals: z.number().int(), vacant: z.number().int(), proposals: z.number().int() }),
  }),
})

export const Cell = z.object({
  period: z.string(),
  /** Months 1 to 12 that the cell stands in: the month of its due day, or all it spans. */
  from: z.number().int(),
  to: z.number().int(),
  /** Of one unit the task; of several how many are in each state. */
  taskId: z.string().nullable(),
  states: z.partialRecord(z.enum(taskStates), z.number().int()),
  /** How many were done, but late or recorded late. */
  doneLate: z.number().int(),
  recordedLate: z.number().int(),
})

export const readMatrix = endpoint({
  name: 'duties.matrix',
  method: 'GET',
  path: '/api/duties/matrix',
  permission: 'duties:read',
  noted: 'read',
  summary: 'Duties × periods of a year, for a unit or for all below it.',
  query: z.strictObject({ unitId: z.uuid().optional(), year: z.coerce.number().int().min(2000).max(2100), below: z.stringbool().default(false), pack: z.string().max(80).optional() }),
  reply: z.object({
    today: Day,
    unitId: z.string().nullable(),
    unit: z.string().nullable(),
    years: z.array(z.number().int()),
    rows: z.array(z.object({
      duty: z.object({ id: z.string(), title: z.string(), en: z.string().nullable(), group: z.string(), pack: z.string(), cadenceWords: z.string() }),
      cells: z.array(Cell),
    })),
  }),
})
export type Matrix = z.output<typeof readMatrix.reply>

export const CalendarDay = z.object({ day: Day, works: z.boolean(), name: z.string().nullable(), due: z.number().int(), late: z.number().int() })

export const readYearCalendar = endpoint({
  name: 'duties.year-calendar',
  method: 'GET',
  path: '/api/duties/calendar',
  permission: 'duties:read',
  summary: 'The days of a year, which of them are rest days and why, and how many tasks fall due on each.',
  query: z.strictObject({ unitId: z.uuid().optional(), year: z.coerce.number().int().min(2000).max(2100), below: z.stringbool().default(false) }),
  reply: z.object({ year: z.number().int(), edition: z.string(), announced: z.boolean(), source: z.string().nullable(), days: z.array(CalendarDay) }),
})

const Notice = z.strictObject({ year: z.number().int().min(2000).max(2100), text: z.string().max(20_000) })

export const previewNotice = endpoint({
  name: 'duties.preview-notice',
  method: 'POST',
  path: '/api/duties/calendar/preview',
  permission: 'packs:write',
  summary: 'What a new notice (a calendar file) would move: open tasks with the day before and after.',
  body: Notice,
  reply: z.object({
    problems: z.array(z.object({ line: z.number().int(), message: z.string() })),
    moved: z.number().int(),
    examples: z.array(z.object({ duty: z.string(), unit: z.string(), period: z.string(), before: Day, after: Day })),
  }),
})

export const adoptNotice = endpoint({
  name: 'duties.adopt-notice',
  method: 'POST',
  path: '/api/duties/calendar',
  permission: 'packs:write',
  summary: 'Put a calendar file in force in the body’s own pack and move the open days that follow from it; the old days stay in history.',
  body: Notice,
  reply: z.object({ moved: z.number().int() }),
})

export const overviewEndpoints = [readWorkbench, readMatrix, readYearCalendar, previewNotice, adoptNotice]
