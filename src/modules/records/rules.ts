import type { Catalogue } from '../packs/schema/pack.ts'
import type { ColumnMap } from './columns.ts'
import { columnValues } from './columns.ts'
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
  | { type: 'record.voided'; content: { reason: string } }

/** A record as one version of it stood. */
export interface RecordState {
  version: number
  kind: string
  unitId: string
  state: 'recorded' | 'voided'
  fields: RecordFields
  source: RecordSource | null
  pack: string
}

/** The next state of a record; verification replays the log through this same function. */
export function evolve(previous: RecordState | null, event: RecordEvent, pack: string | null): RecordState {
  if (event.type === 'record.entered') {
    const { kind, unitId, fields, source } = event.content
    return { version: 1, kind, unitId, state: 'recorded', fields, source, pack: pack ?? '' }
  }
  if (previous === null) throw new Error(`${event.type} without a record`)
  const next = { ...previous, version: previous.version + 1, pack: pack ?? previous.pack }
  if (event.type === 'record.voided') return { ...next, state: 'voided' }
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

/** Everything that keeps these fields from being a record of the kind, field by field. */
export function checkFields(catalogue: Catalogue, kindId: string, fields: RecordFields): FieldProblem[] {
  const kind = catalogue.kinds.get(kindId)
  if (kind === undefined) return [{ field: '', title: kindId, problem: '没有这种台账' }]
  const problems: FieldProblem[] = []
  for (const field of Object.keys(fields)) {
    if (!Object.hasOwn(kind.fields, field)) problems.push({ field, title: field, problem: `“${kind.title}”没有这个字段` })
  }
  for (const [id, field] of Object.entries(kind.fields)) {
    const value = fields[id]
    const needed = field.required || id === kind.occurred || id === kind.naming
    const vocabulary = field.vocabulary === undefined ? null : (catalogue.vocabularies.get(field.vocabulary) ?? null)
    const problem =
      value === undefined ? (needed ? '必须填写' : null) : checkValue(value, { field, vocabulary })
    if (problem !== null) problems.push({ field: id, title: field.title, problem })
  }
  return problems
}

function checkValue(value: RecordFields[string], definition: Parameters<(typeof fieldTypes)['text']['check']>[1]) {
  const { many, type } = definition.field
  const values = Array.isArray(value) ? value : [value]
  if (Array.isArray(value) && many === 1) return '只能填一个值'
  if (values.length === 0) return '不能为空'
  if (values.length > many) return `最多填 ${many} 个值`
  if (new Set(values).size < values.length) return '填了重复的值'
  for (const single of values) {
    const problem = fieldTypes[type].check(single, definition)
    if (problem !== null) return problem
  }
  return null
}
