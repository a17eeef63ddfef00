import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

const Id = z.string().max(80)

/** More rows than a person looks over are a ledger, to be imported. */
export const mostPastedRows = 200
export const mostPastedColumns = 40

export const readPasted = endpoint({
  name: 'ledgers.read-pasted',
  method: 'POST',
  path: '/api/ledgers/pasted',
  permission: 'records:enter',
  summary: 'How rows copied from a sheet would be understood as new records, with every error by cell; nothing is stored.',
  body: z.strictObject({
    rows: z.array(z.array(z.string().max(4_000)).max(mostPastedColumns)).min(1).max(mostPastedRows + 2),
    /** Else told by the heading among the rows. */
    kind: Id.optional(),
    /** What each column is, where a person said so: a field, `unit`, or null for a column not used. */
    columns: z.array(Id.nullable()).max(mostPastedColumns).optional(),
  }),
  reply: z.object({
    kind: z.string().nullable(),
    reason: z.string(),
    /** Rows at the top that are headings, and no records. */
    headingRows: z.number().int(),
    columns: z.array(z.string().nullable()),
    records: z.array(
      z.object({
        /** From 0, among the rows sent. */
        row: z.number().int(),
        unitName: z.string().nullable(),
        fields: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
        /** `column` from 0; null for what no column holds. */
        errors: z.array(z.object({ column: z.number().int().nullable(), message: z.string() })),
      }),
    ),
  }),
})

export const pasteEndpoints = [readPasted]
