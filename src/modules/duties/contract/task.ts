import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { taskStates } from '../rules.ts'

const Id = z.string().max(80)
const Day = z.iso.date('应为 2026-03-05 的形式')
const params = z.strictObject({ taskId: z.uuid() })
const expectedVersion = z.number().int().min(1)
const reason = z.string().trim().min(1, '请写明原因').max(500, '不超过 500 字')
const Changed = z.object({ version: z.number().int() })

/** Who answers for a task today: those who hold the duty's post in the unit; nobody where the post is vacant. */
export const Owner = z.object({ personId: z.string(), name: z.string(), post: z.string() })

export const TaskRow = z.object({
  taskId: z.string(),
  version: z.number().int(),
  duty: z.object({ id: z.string(), title: z.string(), en: z.string().nullable(), group: z.string(), pack: z.string() }),
  unitId: z.string(),
  unit: z.string(),
  period: z.string(),
  periodFrom: Day,
  periodTo: Day,
  opensOn: Day,
  dueOn: Day,
  dueAt: z.string().nullable(),
  lateFrom: Day,
  state: z.enum(taskStates),
  lateness: z.enum(['open', 'overdue', 'in-time', 'recorded-late', 'done-late']),
  /** Days since it is late, while it is not done. */
  lateDays: z.number().int(),
  needed: z.number().int(),
  done: z.number().int(),
  doneOn: Day.nullable(),
  owners: z.array(Owner),
  /** What somebody asked to settle it as, waiting for an approver. */
  settling: z.object({ as: z.enum(['not-applicable', 'not-held']), reason: z.string(), askedBy: z.string() }).nullable(),
  /** Records that would satisfy it and are not linked yet. */
  proposals: z.number().int(),
  /** True where the year of a day has no notice yet: the due day may move. */
  provisional: z.boolean(),
})
export type TaskRow = z.output<typeof TaskRow>

export const Step = z.object({
  at: z.string(),
  until: z.string().optional(),
  what: z.enum(['start', 'counted-from', 'skipped-rest-day', 'worked-make-up-day', 'paused', 'rolled', 'due']),
  why: z.string(),
  edition: z.string().optional(),
  unannounced: z.literal(true).optional(),
})

export const LinkedRecord = z.object({
  linkId: z.string(),
  target: z.enum(['record', 'report']),
  targetId: z.string(),
  title: z.string(),
  occurredOn: Day.nullable(),
  unit: z.string(),
  evidence: z.number().int(),
  /** Whether it counts: not voided, still of the right kind and facets, with the evidence asked. */
  counts: z.boolean(),
  /** Why it does not count, in Chinese; null where it does. */
  lacks: z.string().nullable(),
  linkedBy: z.string(),
  linkedAt: z.string(),
})

export const ProposedRecord = z.object({ recordId: z.string(), title: z.string(), occurredOn: Day, unit: z.string(), evidence: z.number().int() })

export const TaskVersionView = z.object({
  version: z.number().int(),
  position: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
  act: z.enum(['dispatched', 'moved', 'begun', 'linked', 'unlinked', 'settle-asked', 'settled', 'settle-refused', 'reopened', 'recounted', 'withdrawn']),
  note: z.string().nullable(),
  dueOn: Day,
  done: z.number().int(),
})

export const TaskDetail = TaskRow.extend({
  text: z.string(),
  source: z.object({ rule: z.string(), article: z.string().nullable(), tag: z.enum(['verified', 'second-hand', 'unverified']) }),
  /** What satisfies it, as a sentence: 2 条“会议”，类别为专题会议，每条附 1 件佐证. */
  satisfiedBy: z.string(),
  /** The kind its form opens with, and the fields that are known; null where no record satisfies it. */
  form: z.object({ kind: z.string(), fields: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])) }).nullable(),
  how: z.object({ due: z.string(), steps: z.array(Step), unannounced: z.array(z.number().int()) }),
  settled: z.object({ as: z.enum(['not-applicable', 'not-held']), reason: z.string(), askedBy: z.string(), approvedBy: z.string() }).nullable(),
  links: z.array(LinkedRecord),
  proposed: z.array(ProposedRecord),
  versions: z.array(TaskVersionView),
  may: z.object({ link: z.boolean(), ask: z.boolean(), answer: z.boolean() }),
})
export type TaskDetail = z.output<typeof TaskDetail>

export const taskSorts = ['due', 'unit', 'duty', 'state'] as const

export const TaskFilter = z.strictObject({
  search: z.string().trim().max(60).optional(),
  unitId: z.uuid().optional(),
  duty: Id.optional(),
  pack: Id.optional(),
  state: z.enum(taskStates).optional(),
  /** A period as its key names it, or a month that holds the short ones: a cell of the matrix. */
  period: z.string().max(40).optional(),
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  /** Only those whose duty's post the asking person holds. */
  mine: z.stringbool().optional(),
  sort: z.enum(taskSorts).default('due'),
  order: z.enum(['asc', 'desc']).default('asc'),
})

export const listTasks = endpoint({
  name: 'duties.tasks',
  method: 'GET',
  path: '/api/tasks',
  permission: 'duties:read',
  noted: 'read',
  summary: 'Tasks of the units one may read, filtered and paged.',
  query: TaskFilter.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({ tasks: z.array(TaskRow), total: z.number().int(), today: Day }),
})

export const exportTasks = endpoint({
  name: 'duties.export-tasks',
  method: 'GET',
  path: '/api/tasks/export',
  permission: 'duties:read',
  noted: 'export',
  summary: 'The filtered tasks as an Excel workbook, at most 20,000 rows.',
  query: TaskFilter,
  reply: 'bytes',
})

export const readTask = endpoint({
  name: 'duties.task',
  method: 'GET',
  path: '/api/tasks/:taskId',
  permission: 'duties:read',
  noted: 'read',
  summary: 'A task with its clause, how its day was worked out, its records, proposals and every version.',
  params,
  reply: TaskDetail,
})

export const linkRecords = endpoint({
  name: 'duties.link',
  method: 'POST',
  path: '/api/tasks/:taskId/link',
  permission: 'duties:work',
  summary: 'Link records that satisfy a task; one record may stand in tasks of several packs.',
  params,
  body: z.strictObject({ expectedVersion, recordIds: z.array(z.uuid()).min(1).max(100) }),
  reply: Changed,
})

export const unlinkRecord = endpoint({
  name: 'duties.unlink',
  method: 'POST',
  path: '/api/tasks/:taskId/unlink',
  permission: 'duties:work',
  summary: 'Take a link back, with the reason.',
  params,
  body: z.strictObject({ expectedVersion, linkId: z.uuid(), reason }),
  reply: Changed,
})

export const beginTask = endpoint({
  name: 'duties.begin',
  method: 'POST',
  path: '/api/tasks/:taskId/begin',
  permission: 'duties:work',
  summary: 'Say that work on a task is under way.',
  params,
  body: z.strictObject({ expectedVersion }),
  reply: Changed,
})

export const askToSettle = endpoint({
  name: 'duties.ask-to-settle',
  method: 'POST',
  path: '/api/tasks/:taskId/settle',
  permission: 'duties:work',
  summary: 'Ask to settle a task as not applicable or not held; somebody else approves, and it stays in the denominators.',
  params,
  body: z.strictObject({ expectedVersion, as: z.enum(['not-applicable', 'not-held']), reason }),
  reply: Changed,
})

export const answerSettling = endpoint({
  name: 'duties.answer-settling',
  method: 'POST',
  path: '/api/tasks/:taskId/settle-answer',
  permission: 'duties:approve',
  summary: 'Approve or refuse what another person asked; also takes an approved settlement back, with the reason.',
  params,
  body: z.strictObject({ expectedVersion, answer: z.enum(['approve', 'refuse', 'reopen']), note: z.string().trim().max(500).default('') }),
  reply: Changed,
})

export const findSatisfied = endpoint({
  name: 'duties.satisfied-by',
  method: 'POST',
  path: '/api/tasks/satisfied-by',
  permission: 'duties:read',
  summary: 'Which open tasks, of any pack, given records would satisfy, and in which they stand already.',
  body: z.strictObject({ recordIds: z.array(z.uuid()).min(1).max(1_000) }),
  reply: z.object({
    tasks: z.array(TaskRow.extend({ recordIds: z.array(z.string()) })),
    standing: z.array(z.object({ taskId: z.string(), recordId: z.string(), duty: z.string(), unit: z.string(), period: z.string() })),
  }),
})

export const linkMany = endpoint({
  name: 'duties.link-many',
  method: 'POST',
  path: '/api/tasks/link-many',
  permission: 'duties:work',
  summary: 'Link records to several tasks in one transaction: all or none.',
  body: z.strictObject({
    links: z.array(z.strictObject({ taskId: z.uuid(), expectedVersion, recordIds: z.array(z.uuid()).min(1).max(100) })).min(1).max(500),
  }),
  reply: z.object({ linked: z.number().int() }),
})

export const taskEndpoints = [
  listTasks, exportTasks, readTask, linkRecords, unlinkRecord, beginTask, askToSettle, answerSettling, findSatisfied, linkMany,
]
