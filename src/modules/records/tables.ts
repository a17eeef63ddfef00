import type { ColumnType, Generated } from 'kysely'

/** One version of a record, current while `known_from <= position < known_to`. */
export interface RecordVersions extends TextColumns, DateColumns, NumberColumns {
  tenant_id: number
  record_id: string
  version: number
  known_from: number
  known_to: Generated<number>
  kind: string
  unit_id: string
  state: 'recorded' | 'voided'
  workflow_state: string | null
  occurred_on: string
  title: string
  pack: string
  recorded_at: Date
  recorded_by: string
  source_file: string | null
  source_sheet: string | null
  source_row: number | null
  fields: ColumnType<RecordFields, string, never>
}

/** Values of a record by field id: text, choice value id or date; a number; several values of a `many` field. */
export type RecordFields = Record<string, string | number | string[]>

export interface FieldColumns {
  tenant_id: number
  kind: string
  field: string
  slot: number
  column_name: string
  digits: Generated<number>
}

export interface ImportBatches {
  tenant_id: number
  batch_id: string
  file_name: string
  file_sha256: string
  records: number
  position: number
  recorded_at: Date
  recorded_by: string
}

/** A file of a record, attached while `known_from <= position < known_to`. */
export interface EvidenceTable {
  tenant_id: number
  evidence_id: string
  record_id: string
  known_from: number
  known_to: Generated<number>
  name: string
  media_type: string
  sha256: string
  bytes: number
  stands_for: string
  received_at: Date
  received_by: string
}

type Numbers16 = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16
type TextColumns = { [column in `t${Numbers16}`]?: string | null }
type DateColumns = { [column in `d${1 | 2 | 3 | 4}`]?: string | null }
type NumberColumns = { [column in `n${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`]?: number | null }

declare module '../../platform/database/tables.ts' {
  interface Tables {
    record_versions: RecordVersions
    field_columns: FieldColumns
    import_batches: ImportBatches
    evidence: EvidenceTable
  }
}
