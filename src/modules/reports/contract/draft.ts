import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Facets, FileRef, FormRef, Narrowing, PageQuery, Proposal, RecordsPage, ReportId, ReportState, SlotForm, SlotKind } from './shared.ts'

/** What fills a slot: a metric, a person's words with the reason, the words as they stand, the period's year, or nothing yet. */
export const Binding = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('metric'),
    metric: z.string().min(1).max(80),
    facets: Facets.default({}),
    /** Another unit than the report's; null is the whole body. */
    unitId: z.uuid().nullable().optional(),
    /** Another period than the one the words say. */
    period: z.string().max(40).optional(),
    /** Keep an approximation where one stood. */
    round: z.boolean().optional(),
  }),
  z.strictObject({ by: z.literal('hand'), text: z.string().trim().min(1).max(2000), reason: z.string().trim().min(1).max(500) }),
  z.strictObject({ by: z.literal('kept') }),
  z.strictObject({ by: z.literal('year') }),
  z.strictObject({ by: z.literal('open') }),
])

/** What becomes of a sentence that still names last period's facts. */
export const SentenceDecision = z.enum(['ask', 'confirmed', 'deleted'])

/** A figure as it is worth now; `before` is the same one a year earlier. */
export const LiveFigure = z.object({
  metric: z.string(),
  metricTitle: z.string(),
  pack: z.string(),
  facets: Facets,
  narrowing: Narrowing,
  unit: z.string(),
  period: z.string(),
  periodLabel: z.string(),
  value: z.number().nullable(),
  measure: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  excluded: z.number().int(),
  records: z.number().int(),
  how: z.string(),
  gap: z.string().nullable(),
  before: z
    .object({
      periodLabel: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      records: z.number().int(),
      gap: z.string().nullable(),
    })
    .nullable(),
})

/** Who set something in a draft, and with which version of it. */
const SetBy = z.object({ by: z.string(), at: z.string(), version: z.number().int() })

export const DraftSlotState = z.enum(['bound', 'proposed', 'by-hand', 'open', 'carried-over'])

export const DraftSlot = z.object({
  /** 1-based, in reading order. */
  slot: z.number().int(),
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  kind: SlotKind,
  form: SlotForm.nullable(),
  measure: z.string().nullable(),
  phrase: z.string(),
  /** True for words that stand there, false for a blank. */
  filled: z.boolean(),
  /** What the recogniser read here, and how sure it was (0 to 1). */
  recognised: z.object({ metric: z.string().nullable(), metricTitle: z.string().nullable(), facets: Facets, proposal: Proposal.nullable(), certainty: z.number() }),
  binding: Binding,
  /** Null while the binding is only what the recogniser read. */
  settled: SetBy.nullable(),
  state: DraftSlotState,
  /** What stands here once the report is filled. */
  shown: z.string(),
  /** Why nothing can be filled here; null where something is. */
  reason: z.string().nullable(),
  figure: LiveFigure.nullable(),
})

/** A replacement in a paragraph of the draft's text; a direction word or a measure may change with a figure. */
const DraftEdit = z.object({ slot: z.number().int(), line: z.number().int(), column: z.number().int(), length: z.number().int(), text: z.string() })

export const DraftSentence = z.object({
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  reason: z.string(),
  decision: SentenceDecision,
  settled: SetBy.nullable(),
})

export const DraftView = z.object({
  reportId: z.string(),
  version: z.number().int(),
  state: ReportState,
  title: z.string(),
  period: z.string(),
  periodLabel: z.string(),
  unitId: z.string().nullable(),
  unit: z.string(),
  /** The earlier report or the form that it is made from. */
  source: z.union([FileRef, z.object({ form: z.string() })]),
  /** The document itself as stored. */
  document: FileRef,
  round: z.boolean(),
  /** Where in the log its values were computed. */
  position: z.number().int(),
  paragraphs: z.array(z.object({ line: z.number().int(), text: z.string() })),
  slots: z.array(DraftSlot),
  edits: z.array(DraftEdit),
  sentences: z.array(DraftSentence),
})

export const draftReport = endpoint({
  name: 'reports.draft',
  method: 'POST',
  path: '/api/reports/drafts',
  permission: 'reports:fill',
  summary: 'Begin this period’s report from an earlier one or from a form; its values stay live until it is issued.',
  body: z.strictObject({
    report: z.union([FileRef, FormRef]),
    period: z.string().max(40),
    /** Null or left out: the whole body. */
    unitId: z.uuid().nullable().optional(),
    round: z.boolean().default(false),
  }),
  reply: z.object({ reportId: z.string(), version: z.number().int(), title: z.string(), slots: z.number().int() }),
})

export const readDraft = endpoint({
  name: 'reports.read-draft',
  method: 'GET',
  path: '/api/reports/:reportId/draft',
  permission: 'reports:read',
  noted: 'read',
  summary: 'The text of a draft with its slots, what they are bound to and what they are worth now.',
  params: ReportId,
  reply: DraftView,
})

export const rebindSlots = endpoint({
  name: 'reports.rebind',
  method: 'POST',
  path: '/api/reports/:reportId/bindings',
  permission: 'reports:fill',
  summary: 'Bind slots anew and decide on carried-over sentences; refused where somebody changed the same ones since `seen`.',
  params: ReportId,
  body: z.strictObject({
    /** The version of the draft that the person sees. */
    seen: z.number().int().min(1),
    slots: z.array(z.strictObject({ slot: z.number().int().min(1), binding: Binding })).max(5000).default([]),
    sentences: z
      .array(z.strictObject({ line: z.number().int().min(1), column: z.number().int().min(0), decision: SentenceDecision }))
      .max(5000)
      .default([]),
  }),
  reply: z.object({ version: z.number().int(), slots: z.number().int(), sentences: z.number().int() }),
})

export const evaluateBinding = endpoint({
  name: 'reports.evaluate',
  method: 'POST',
  path: '/api/reports/:reportId/evaluate',
  permission: 'reports:read',
  summary: 'What a slot would be worth with a binding that is being chosen; nothing is stored.',
  params: ReportId,
  body: z.strictObject({ slot: z.number().int().min(1), binding: Binding }),
  reply: z.object({
    shown: z.string(),
    sentence: z.string(),
    reason: z.string().nullable(),
    figure: LiveFigure.nullable(),
    /** What does not fit: a share where the words say 次. */
    warning: z.string().nullable(),
  }),
})

export const readSlotRecords = endpoint({
  name: 'reports.slot-records',
  method: 'GET',
  path: '/api/reports/:reportId/slots/:slot/records',
  permission: 'reports:read',
  noted: 'read',
  summary: 'The records that a slot of a draft stands on now.',
  params: ReportId.extend({ slot: z.coerce.number().int().min(1) }),
  query: PageQuery.extend({ which: z.enum(['counted', 'numerator', 'excluded', 'before']).default('counted') }),
  reply: RecordsPage,
})

export const acceptProposal = endpoint({
  name: 'reports.accept-proposal',
  method: 'POST',
  path: '/api/reports/:reportId/proposals',
  permission: 'packs:write',
  summary: 'Keep what a slot proposes: kind and metric come to exist in the body’s own pack, and the slots are bound to it.',
  params: ReportId,
  body: z.strictObject({
    seen: z.number().int().min(1),
    /** The slots that will be bound to the new metric. */
    slots: z.array(z.number().int().min(1)).min(1).max(200),
    /** An existing kind by its id, or the title of a new one. */
    kind: z.string().trim().min(1).max(60),
    /** Title of the metric, as reports say it. */
    metric: z.string().trim().min(1).max(60),
    measure: z.string().trim().min(1).max(10),
    /** Further words by which reports speak of it. */
    phrases: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
    /** Which records of an existing kind count. */
    facets: Facets.default({}),
  }),
  reply: z.object({ version: z.number().int(), kind: z.string(), kindIsNew: z.boolean(), metric: z.string() }),
})

export const downloadDraft = endpoint({
  name: 'reports.download-draft',
  method: 'GET',
  path: '/api/reports/:reportId/draft/word',
  permission: 'reports:read',
  noted: 'export',
  summary: 'The Word file of a draft as it stands now.',
  params: ReportId,
  query: z.strictObject({ annex: z.stringbool().default(true) }),
  reply: 'bytes',
})
