import { hash } from 'node:crypto'

/** The id of the task of a duty for a unit and period: always the same, so that no run can make it twice. */
export function taskIdOf(tenantId: number, { duty, unitId, period }: { duty: string; unitId: string; period: string }): string {
  const hex = hash('sha256', `${tenantId}|${duty}|${unitId}|${period}`, 'hex')
  // A UUID of version 8 (RFC 9562): its bits are our own.
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
