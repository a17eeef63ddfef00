import { z } from 'zod'
import { endpoint } from '../../platform/contract/endpoint.ts'

const FileRef = z.object({ name: z.string().min(1).max(255), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const LedgerInput = z.strictObject({
  files: z.array(FileRef).min(1).max(200),
  /** The year of dates that name none. */
  year: z.number().int().min(1990).max(2100).optional(),
})

/** How a ledger was understood: sheets to kinds, columns to fields, rows left out, and every error with its cell. */
export const LedgerInterpretation = z.object({
  records: z.number().int(),
  errorCount: z.number().int(),
  errors: z.array(z.object({ file: z.string(), sheet: z.string(), cell: z.string(), message: z.string() })),
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

export const writeLedgerTemplate = endpoint({
  name: 'ledgers.template',
  method: 'POST',
  path: '/api/ledgers/template',
  permission: 'reports:read',
  summary: 'The workbook that a report needs, one sheet per kind it counts.',
  body: z.strictObject({ report: FileRef }),
  reply: 'bytes',
})

export const ledgerEndpoints = [readLedger, importLedger, writeLedgerTemplate]
