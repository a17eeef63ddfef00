import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Kind } from '../../packs/schema/kind.ts'
import { Vocabulary } from '../../packs/schema/vocabulary.ts'

const Id = z.string().max(80)
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为 2026-03-05 的形式')
export const EnteredValue = z.union([z.string().max(20_000), z.number(), z.array(z.string().max(4_000)).max(3)])
export const EnteredFields = z.record(Id, EnteredValue)

/** As many records are entered in one go. */
export const enteredAtOnce = 1_000

const Named = z.object({ id: z.string(), title: z.string(), en: z.string().nullable() })

/** A kind with the vocabularies of its fields: what its form is made of, and what its values are checked against. */
export const KindForm = Kind.extend({ id: z.string(), vocabularies: z.record(z.string(), Vocabulary) })
export type KindForm = z.output<typeof KindForm>
export type FormField = KindForm['fields'][string]
export type FormVocabulary = KindForm['vocabularies'][string]
export type RecordFields = z.output<typeof EnteredFields>

export const readDesk = endpoint({
  name: 'records.desk',
  method: 'GET',
  path: '/api/records/desk',
  permission: 'records:enter',
  summary: 'What entering needs: the kinds, the units one may enter for, and which day it is.',
  reply: z.object({
    today: z.string(),
    kinds: z.array(Named.extend({ packTitle: z.string(), words: z.array(z.string()) })),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), parentId: z.string().nullable() })),
  }),
})

export type Desk = z.output<typeof readDesk.reply>

export const readKindForm = endpoint({
  name: 'records.form',
  method: 'GET',
  path: '/api/kinds/:kind/form',
  permission: 'records:enter',
  summary: 'A kind with its fields, hints and vocabularies, as its form and its checks need it.',
  params: z.strictObject({ kind: Id }),
  reply: KindForm,
})

export const SentenceGuess = z.object({
  /** Field id, `unit` for the unit. */
  field: z.string(),
  value: EnteredValue,
  /** Where in the sentence it was read; of a value that nothing says, both 0. */
  start: z.number().int(),
  end: z.number().int(),
})

export const readSentence = endpoint({
  name: 'records.sentence',
  method: 'POST',
  path: '/api/records/sentence',
  permission: 'records:enter',
  summary: 'What one sentence says of a record: its kind, and a guess for every field it speaks of; nothing is stored.',
  body: z.strictObject({ text: z.string().trim().min(1, '请写一句话').max(500, '不超过 500 字'), kind: Id.optional() }),
  reply: z.object({
    kind: z.string().nullable(),
    /** Other kinds it could be, the likelier first. */
    others: z.array(z.string()),
    unitId: z.string().nullable(),
    guesses: z.array(SentenceGuess),
  }),
})

export type SentenceReading = z.output<typeof readSentence.reply>

export const NewRecordInput = z.strictObject({
  /** Chosen by whoever enters, so that a request sent twice is one record. */
  recordId: z.uuid().optional(),
  kind: Id,
  unitId: z.uuid(),
  fields: EnteredFields,
})

/** What keeps a record from being kept: which of those sent, from 0, and which of its fields ('' for the record itself). */
export const EntryProblem = z.object({ row: z.number().int(), field: z.string(), title: z.string(), problem: z.string() })
export type EntryProblem = z.output<typeof EntryProblem>

export const enterRecords = endpoint({
  name: 'records.enter',
  method: 'POST',
  path: '/api/records',
  permission: 'records:enter',
  summary: 'Enter one record or several in one transaction: all of them, or none and every problem by row and field.',
  body: z.strictObject({ records: z.array(NewRecordInput).min(1).max(enteredAtOnce) }),
  reply: z.object({ records: z.array(z.object({ recordId: z.string(), version: z.number().int() })) }),
})

export const findSimilar = endpoint({
  name: 'records.similar',
  method: 'POST',
  path: '/api/records/similar',
  permission: 'records:enter',
  summary: 'Records of the same kind and unit, of about the same day, with a similar title: perhaps the same thing twice.',
  body: z.strictObject({ kind: Id, unitId: z.uuid(), occurredOn: Day, title: z.string().max(4_000), except: z.uuid().optional() }),
  reply: z.object({ records: z.array(z.object({ recordId: z.string(), title: z.string(), occurredOn: z.string(), likeness: z.number() })) }),
})

export const recordEntryEndpoints = [readDesk, readKindForm, readSentence, enterRecords, findSimilar]
