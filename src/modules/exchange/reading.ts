/** One column of a sheet: the field it feeds, and how that was told. */
export interface ColumnReading {
  /** Letters: C. */
  column: string
  heading: string
  /** A field id of the kind, `unit` for the unit, null for a column that is not used. */
  field: string | null
  /** What the kind calls that field; null for a column that is not used. */
  fieldTitle: string | null
  how: string
}

export interface SkippedRow {
  /** 1-based, as Excel shows it. */
  row: number
  reason: string
}

export interface SheetReading {
  file: string
  sheet: string
  kind: string | null
  kindTitle: string | null
  /** Why the sheet was taken for this kind, or why it was left out. */
  reason: string
  /** 1-based rows of the heading. */
  headingRows: number[]
  columns: ColumnReading[]
  /** What no column told: 会议类别：由工作表名称判断. */
  inferred: string[]
  /** The first 200 rows that were left out. */
  skipped: SkippedRow[]
  skippedCount: number
  records: number
  /** The sheet itself, as far as it is shown: its first rows, and later ones that were left out or have an error. */
  shown: ShownRow[]
}

export interface ShownRow {
  /** 1-based, as Excel shows it. */
  row: number
  cells: string[]
  as: 'above' | 'heading' | 'record' | 'left-out' | 'error'
}

/** What a person says about a sheet in place of what was found. */
export interface SheetCorrection {
  /** SHA-256 of the file. */
  file: string
  sheet: string
  /** A kind id; null leaves the sheet out. */
  kind?: string | null | undefined
  /** 1-based: one row, or two that follow each other. */
  headingRows?: number[] | undefined
  /** Column letters to a field id, `unit`, or null for a column that is not used. */
  columns?: Record<string, string | null> | undefined
  /** 1-based rows to leave out, and rows to take although they look like a total or a note. */
  leaveOut?: number[] | undefined
  take?: number[] | undefined
}

export type FieldValue = string | number | string[]

export interface LedgerRecord {
  kind: string
  unitName: string | null
  fields: Record<string, FieldValue>
  /** `file` is the SHA-256 of its bytes, `row` 1-based. */
  source: { file: string; sheet: string; row: number }
}

export interface CellError {
  file: string
  sheet: string
  /** B7. */
  cell: string
  message: string
}

/** How a ledger was understood. */
export interface LedgerReading {
  files: { name: string; sha256: string }[]
  sheets: SheetReading[]
  recordCount: number
  /** The units that records name, each with the first place that does. */
  units: Map<string, { sheet: string; row: number }>
  /** The first 200 errors. */
  errors: CellError[]
  errorCount: number
}
