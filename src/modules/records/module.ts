// Records: instances of kinds, as versions current between two log positions, and the columns that metrics read.
// One file per field type in fields/; rules.ts decides and evolves, and verification replays through the same code.
export { correctRecord, enterRecord, voidRecord } from './actions.ts'
export { adoptCatalogue } from './adopt.ts'
export { columnMap, columnsOf } from './columns.ts'
export { history } from './history.ts'
export { importRecords } from './import.ts'
export { currentVersion, listRecords, versionsOf } from './queries.ts'
export { verificationRoutes } from './routes.ts'
export { verify } from './verify.ts'
export type { NewRecord } from './actions.ts'
export type { RecordSource } from './rules.ts'
export type { RecordFields } from './tables.ts'
