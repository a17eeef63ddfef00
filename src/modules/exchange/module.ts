// Exchange: ledgers in (Excel and CSV to records, with every error at its cell) and the workbook that a report needs.
// Rows are read by a bounded worker (rows/), what they mean is decided by pure functions (interpret/). Keeps no state.
export { ledgerEndpoints } from './contract.ts'
export { describeReading } from './describe.ts'
export { importLedgers } from './import.ts'
export { readLedger } from './ledger.ts'
export { exchangeRoutes } from './routes.ts'
export { writeLedgerTemplate } from './template/write.ts'
export type { CellError, ColumnReading, LedgerOptions, LedgerReading, LedgerRecord, SheetReading, SkippedRow } from './ledger.ts'
