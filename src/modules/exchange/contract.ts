import { z } from 'zod'
import { endpoint } from '../../platform/contract/endpoint.ts'
import { JobView } from '../../platform/jobs/contract.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const FileRef = z.object({ name: z.string().min(1).max(255), sha256: Sha256 })
const RowNumber = z.number().int().min(1).max(1_048_576)

/** What a person says about a sheet in place of what was found; columns by their letters. */
export const SheetCorrection = z.strictObject({
  file: Sha256,
  sheet: z.string().max(255),
  kind: z.string().max(80).nullable().optional(),
  headingRows: z.array(RowNumber).min(1).max(2).optional(),
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().max(80).nullable()).optional(),
  leaveOut: z.array(RowNumber).max(10_000).optional(),
  take: z.array(RowNumber).max(10_000).optional(),
})

const LedgerInput = z.strictObject({
  files: z.array(FileRef).min(1).max(200),
  /** The year of dates that name none. */
  year: z.number().int().min(1990).max(2100).optional(),
  corrections: z.array(SheetCorrection).max(300).default([]),
})

const CellError = z.object({ file: z.string(), sheet: z.string(), cell: z.string(), message: z.string() })

/** How a ledger was understood: sheets to kinds, columns to fields, rows left out, and every error with its cell. */
export const LedgerInterpretation = z.object({
  records: z.number().int(),
  errorCount: z.number().int(),
  errors: z.array(CellError),
  lines: z.array(z.string()),
})

export const readLedger = endpoint({
  name: 'ledgers.read',
  method: 'POST',
  path: '/api/ledgers/read',
  permission: 'records:read',
  summary: 'Show how a ledger would be understood; nothing is stored.',
  body: LedgerInput,
  reply: LedgerInterpretation,
})

export const importLedger = endpoint({
  name: 'ledgers.import',
  method: 'POST',
  path: '/api/ledgers/import',
  permission: 'records:import',
  summary: 'Import a ledger as one batch: all rows or none.',
  body: LedgerInput,
  reply: LedgerInterpretation.extend({ imported: z.number().int(), units: z.number().int() }),
})

export const SheetView = z.object({
  file: FileRef,
  sheet: z.string(),
  kind: z.string().nullable(),
  kindTitle: z.string().nullable(),
  reason: z.string(),
  headingRows: z.array(z.number().int()),
  columns: z.array(z.object({ column: z.string(), heading: z.string(), field: z.string().nullable(), fieldTitle: z.string().nullable(), how: z.string() })),
  inferred: z.array(z.string()),
  skipped: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  skippedCount: z.number().int(),
  records: z.number().int(),
  shown: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()), as: z.enum(['above', 'heading', 'record', 'left-out', 'error']) })),
})

/** A ledger as the import page shows it: each sheet with what was made of it, and what an import would do. */
export const LedgerPreview = z.object({
  sheets: z.array(SheetView),
  records: z.number().int(),
  errorCount: z.number().int(),
  errors: z.array(CellError),
  /** Units that the ledger names and the body does not know: an import would found them. */
  newUnits: z.array(z.string()),
  /** Files of exactly these bytes that were imported before; they are refused. */
  before: z.array(z.object({ name: z.string(), importedAt: z.string(), importedBy: z.string(), records: z.number().int() })),
})

export const previewLedger = endpoint({
  name: 'ledgers.preview',
  method: 'POST',
  path: '/api/ledgers/preview',
  permission: 'records:import',
  summary: 'Read a ledger in the background; the job’s result is a LedgerPreview. Nothing is stored.',
  body: LedgerInput,
  reply: JobView,
})

export const ImportOutcome = z.object({ imported: z.number().int(), units: z.number().int() })

export const startImport = endpoint({
  name: 'ledgers.import-start',
  method: 'POST',
  path: '/api/ledgers/import-start',
  permission: 'records:import',
  summary: 'Import a ledger in the background, all rows or none; the job’s result is an ImportOutcome.',
  body: LedgerInput,
  reply: JobView,
})

export const listImports = endpoint({
  name: 'ledgers.imports',
  method: 'GET',
  path: '/api/ledgers/imports',
  permission: 'records:import',
  summary: 'The ledgers imported so far, newest first.',
  query: z.strictObject({
    search: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    total: z.number().int(),
    imports: z.array(z.object({ batchId: z.string(), name: z.string(), sha256: z.string(), records: z.number().int(), position: z.number().int(), importedAt: z.string(), importedBy: z.string() })),
  }),
})

/** Fields by which columns may be corrected: those of the kinds, for the page's menus. */
export const listLedgerKinds = endpoint({
  name: 'ledgers.kinds',
  method: 'GET',
  path: '/api/ledgers/kinds',
  permission: 'records:import',
  summary: 'The kinds a sheet can be taken for, and the fields of each.',
  reply: z.object({
    kinds: z.array(z.object({ id: z.string(), title: z.string(), fields: z.array(z.object({ id: z.string(), title: z.string(), required: z.boolean() })) })),
  }),
})

export const writeLedgerTemplate = endpoint({
  name: 'ledgers.template',
  method: 'POST',
  path: '/api/ledgers/template',
  permission: 'reports:read',
  summary: 'The workbook that a report needs, one sheet per kind it counts.',
  body: z.strictObject({ report: FileRef }),
  reply: 'bytes',
})

export const ledgerEndpoints = [readLedger, importLedger, previewLedger, startImport, listImports, listLedgerKinds, writeLedgerTemplate]
