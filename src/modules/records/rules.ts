import type { Kind } from '../packs/schema/kind.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { ColumnMap } from './columns.ts'
import { columnValues } from './columns.ts'
import type { FieldDefinition } from './fields/field-type.ts'
import { fieldTypes } from './fields/types.ts'
import type { RecordFields } from './tables.ts'

/** Where a record came from: the SHA-256 of a ledger (hexadecimal), its sheet and the row in it, 1-based. */
export interface RecordSource {
  file: string
  sheet: string
  row: number
}

export type RecordEvent =
  | { type: 'record.entered'; content: { kind: string; unitId: string; fields: RecordFields; source: RecordSource | null } }
  | { type: 'record.corrected'; content: { fields: Record<string, RecordFields[string] | null>; unitId?: string } }
  | { type: 'record.moved'; content: { verb: string; from: string; to: string; note: string | null } }
  | { type: 'record.voided'; content: { reason: string } }

/** A record as one version of it stood. */
export interface RecordState {
  version: number
  kind: string
  unitId: string
  state: 'recorded' | 'voided'
  /** Where it stands in the workflow of its kind; null in the first state, and where the kind has none. */
  workflowState: string | null
  fields: RecordFields
  source: RecordSource | null
  pack: string
}

/** The next state of a record; verification replays the log through this same function. */
export function evolve(previous: RecordState | null, event: RecordEvent, pack: string | null): RecordState {
  if (event.type === 'record.entered') {
    const { kind, unitId, fields, source } = event.content
    return { version: 1, kind, unitId, state: 'recorded', workflowState: null, fields, source, pack: pack ?? '' }
  }
  if (previous === null) throw new Error(`${event.type} without a record`)
  const next = { ...previous, version: previous.version + 1, pack: pack ?? previous.pack }
  if (event.type === 'record.voided') return { ...next, state: 'voided' }
  if (event.type === 'record.moved') return { ...next, workflowState: event.content.to }
  const fields = Object.entries({ ...previous.fields, ...event.content.fields }).filter(([, value]) => value !== null)
  return { ...next, unitId: event.content.unitId ?? previous.unitId, fields: Object.fromEntries(fields) as RecordFields }
}

/** The columns of a version that follow from its state. */
export function projectVersion(state: RecordState, columns: ColumnMap): Record<string, string | number | null> {
  return {
    version: state.version,
    kind: state.kind,
    unit_id: state.unitId,
    state: state.state,
    workflow_state: state.workflowState,
    pack: state.pack,
    source_file: state.source?.file ?? null,
    source_sheet: state.source?.sheet ?? null,
    source_row: state.source?.row ?? null,
    ...columnValues(state.fields, columns),
  }
}

export interface FieldProblem {
  field: string
  title: string
  problem: string
}

/** What fields are checked against. */
type Definitions = Pick<Catalogue, 'kinds' | 'vocabularies'>

/** Everything that keeps these fields from being a record of the kind, field by field. */
export function checkFields(catalogue: Definitions, kindId: string, fields: RecordFields): FieldProblem[] {
  const kind = catalogue.kinds.get(kindId)
  if (kind === undefined) return [{ field: '', title: kindId, problem: '没有这种台账' }]
  const problems: FieldProblem[] = []
  for (const field in fields) {
    if (!Object.hasOwn(kind.fields, field)) problems.push({ field, title: field, problem: `“${kind.title}”没有这个字段` })
  }
  for (const { id, needed, definition } of definitionsOf(catalogue, kind)) {
    const value = fields[id]
    const problem = value === undefined ? (needed ? '必须填写' : null) : checkValue(value, definition)
    if (problem !== null) problems.push({ field: id, title: definition.field.title, problem })
  }
  return problems
}

interface KnownField {
  id: string
  needed: boolean
  definition: FieldDefinition
}

const known = new WeakMap<Kind, { catalogue: Definitions; fields: KnownField[] }>()

/** The fields of a kind with their vocabularies, looked up once: an import asks for every row. */
function definitionsOf(catalogue: Definitions, kind: Kind): KnownField[] {
  const before = known.get(kind)
  if (before?.catalogue === catalogue) return before.fields
  const fields = Object.entries(kind.fields).map(([id, field]) => ({
    id,
    needed: field.required || id === kind.occurred || id === kind.naming,
    definition: { field, vocabulary: catalogue.vocabularies.get(field.vocabulary ?? '') ?? null },
  }))
  known.set(kind, { catalogue, fields })
  return fields
}

function checkValue(value: RecordFields[string], definition: FieldDefinition): string | null {
  const { many, type } = definition.field
  if (!Array.isArray(value)) return fieldTypes[type].check(value, definition)
  if (many === 1) return '只能填一个值'
  if (value.length === 0) return '不能为空'
  if (value.length > many) return `最多填 ${many} 个值`
  if (new Set(value).size < value.length) return '填了重复的值'
  for (const single of value) {
    const problem = fieldTypes[type].check(single, definition)
    if (problem !== null) return problem
  }
  return null
}
