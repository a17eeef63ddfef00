import { dutiesProjection } from './modules/duties/projection.ts'
import { verify as verifyRecords } from './modules/records/verify.ts'
import { reportsProjection } from './modules/reports/projection.ts'

type Options = Omit<NonNullable<Parameters<typeof verifyRecords>[2]>, 'also'>

/** Verifies the log of a tenant and everything that any module made of it: the only list of what is compared. */
export function verify(database: Parameters<typeof verifyRecords>[0], tenantId: number, options: Options = {}): ReturnType<typeof verifyRecords> {
  return verifyRecords(database, tenantId, { ...options, also: [...dutiesProjection(), reportsProjection()] })
}
