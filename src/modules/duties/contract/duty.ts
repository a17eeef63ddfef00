import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { JobView } from '../../../platform/jobs/contract.ts'
import { Duty } from '../../packs/schema/duty.ts'
import { Owner } from './task.ts'

const Id = z.string().max(80)
const Day = z.iso.date('应为 2026-03-05 的形式')
const reason = z.string().trim().min(1, '请写明原因').max(500, '不超过 500 字')

const { title, text, cadence, leadDays, graceDays, owner, owedBy, satisfied } = Duty.shape

/** What is owed otherwise than the pack says, field by field without the schema's defaults; null switches the duty off. */
export const DutyChange = z
  .strictObject({ title, text: text.unwrap(), cadence, leadDays: leadDays.unwrap(), graceDays: graceDays.unwrap(), owner, owedBy: owedBy.unwrap(), satisfied })
  .partial()
  .nullable()
export type DutyChange = z.output<typeof DutyChange>

export const ChangeView = z.object({
  changeId: z.string(),
  version: z.number().int(),
  duty: z.string(),
  unitId: z.string().nullable(),
  unit: z.string().nullable(),
  fromOn: Day,
  content: DutyChange,
  state: z.enum(['asked', 'approved', 'refused', 'withdrawn']),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  answeredBy: z.string().nullable(),
  answer: z.string().nullable(),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
})
export type ChangeView = z.output<typeof ChangeView>

/** A duty as a unit owes it: the pack's text with the changes in force. */
export const DutyView = Duty.extend({
  id: z.string(),
  pack: z.string(),
  packTitle: z.string(),
  /** 每季度一次，季末后10个工作日内 */
  cadenceWords: z.string(),
  ownerWords: z.string(),
  satisfiedWords: z.string(),
  owners: z.array(Owner),
  /** Whether the unit has taken it on, since when, and whether a change switched it off. */
  takenOnFrom: Day.nullable(),
  off: z.boolean(),
  changes: z.array(ChangeView),
  /** A visible trouble of it where it runs: a post nobody holds, a kind that is gone. Chinese. */
  troubles: z.array(z.string()),
})
export type DutyView = z.output<typeof DutyView>

export const listDuties = endpoint({
  name: 'duties.list',
  method: 'GET',
  path: '/api/duties',
  permission: 'duties:read',
  summary: 'The duties of the packs as a unit owes them, with local changes and owners.',
  query: z.strictObject({ unitId: z.uuid().optional() }),
  reply: z.object({
    unitId: z.string().nullable(),
    unit: z.string().nullable(),
    duties: z.array(DutyView),
    packs: z.array(z.object({ id: z.string(), title: z.string(), version: z.string(), duties: z.number().int(), adoptions: z.array(z.object({ adoptionId: z.string(), version: z.number().int(), unitId: z.string(), unit: z.string(), fromOn: Day, untilOn: Day.nullable(), changedBy: z.string() })) })),
    may: z.object({ manage: z.boolean(), ask: z.boolean(), approve: z.boolean() }),
  }),
})

const Adoption = z.strictObject({ pack: Id, unitId: z.uuid(), fromOn: Day })

/** What a dispatch would do or did. */
export const DispatchPlan = z.object({
  created: z.number().int(),
  moved: z.number().int(),
  withdrawn: z.number().int(),
  units: z.number().int(),
  /** The first hundred, for reading: before null where it is new, after null where it is withdrawn. */
  examples: z.array(z.object({ duty: z.string(), unit: z.string(), period: z.string(), before: Day.nullable(), after: Day.nullable() })),
  /** Posts that nobody holds, cadences that never fall due in the span, and the like; Chinese. */
  troubles: z.array(z.string()),
})
export type DispatchPlan = z.output<typeof DispatchPlan>

export const previewAdoption = endpoint({
  name: 'duties.preview-adoption', method: 'POST', path: '/api/duty-adoptions/preview', permission: 'duties:manage',
  summary: 'The tasks that would follow from taking on a pack’s duties.', body: Adoption, reply: DispatchPlan,
})

export const adoptDuties = endpoint({
  name: 'duties.adopt', method: 'POST', path: '/api/duty-adoptions', permission: 'duties:manage',
  summary: 'Take on the duties of a pack for a unit and all below it, and dispatch their tasks.', body: Adoption,
  reply: z.object({ adoptionId: z.string(), dispatched: DispatchPlan }),
})

export const endAdoption = endpoint({
  name: 'duties.end-adoption', method: 'POST', path: '/api/duty-adoptions/:adoptionId/end', permission: 'duties:manage',
  summary: 'Owe the duties of a pack no longer from a day on; what was due before stays.',
  params: z.strictObject({ adoptionId: z.uuid() }), body: z.strictObject({ expectedVersion: z.number().int().min(1), untilOn: Day, reason }),
  reply: z.object({ version: z.number().int() }),
})

export const previewDispatch = endpoint({
  name: 'duties.preview-dispatch', method: 'GET', path: '/api/duties/dispatch', permission: 'duties:manage',
  summary: 'What a dispatch would do now; after an upgrade of a pack, which open days it would move.', reply: DispatchPlan,
})

export const previewUpgrade = endpoint({
  name: 'duties.preview-upgrade', method: 'GET', path: '/api/duties/upgrade/:pack', permission: 'packs:write',
  summary: 'What the program’s version of a pack would change of the open tasks, before it is put in force.',
  params: z.strictObject({ pack: Id }), reply: DispatchPlan,
})

export const dispatchDuties = endpoint({
  name: 'duties.dispatch', method: 'POST', path: '/api/duties/dispatch', permission: 'duties:manage',
  summary: 'Dispatch tasks now, as a background job; running it twice changes nothing.', reply: JobView,
})

export const askChange = endpoint({
  name: 'duties.ask-change', method: 'POST', path: '/api/duty-changes', permission: 'duties:work',
  summary: 'Ask to tighten, move or switch off a duty for the body or a unit; another person approves.',
  body: z.strictObject({ duty: Id, unitId: z.uuid().nullable(), fromOn: Day, content: DutyChange, reason }),
  reply: z.object({ changeId: z.string(), version: z.number().int() }),
})

export const answerChange = endpoint({
  name: 'duties.answer-change', method: 'POST', path: '/api/duty-changes/:changeId/answer', permission: 'duties:approve',
  summary: 'Approve or refuse a change, or withdraw one in force (roll back).',
  params: z.strictObject({ changeId: z.uuid() }),
  body: z.strictObject({ expectedVersion: z.number().int().min(1), answer: z.enum(['approve', 'refuse', 'withdraw']), note: z.string().trim().max(500).default('') }),
  reply: z.object({ version: z.number().int(), dispatched: DispatchPlan.nullable() }),
})

const listQuery = z.strictObject({ unitId: z.uuid().optional(), year: z.coerce.number().int().min(2000).max(2100) })

export const responsibilityList = endpoint({
  name: 'duties.responsibility-list', method: 'GET', path: '/api/duties/responsibility-list/:format', permission: 'duties:read', noted: 'export',
  summary: 'The responsibility list (责任清单) of a unit as Word or Excel.',
  params: z.strictObject({ format: z.enum(['docx', 'xlsx']) }), query: listQuery, reply: 'bytes',
})

export const responsibilityLetter = endpoint({
  name: 'duties.responsibility-letter', method: 'GET', path: '/api/duties/responsibility-letter.docx', permission: 'duties:read', noted: 'export',
  summary: 'The yearly responsibility letter (责任书) of a unit as Word, to be signed on paper.',
  query: listQuery, reply: 'bytes',
})

export const dutyEndpoints = [
  listDuties, previewAdoption, adoptDuties, endAdoption, previewDispatch, previewUpgrade, dispatchDuties, askChange, answerChange, responsibilityList, responsibilityLetter,
]
