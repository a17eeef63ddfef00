/** A report made; `known_from` is the position of the event that holds all it says. */
export interface Reports {
  tenant_id: number
  report_id: string
  known_from: number
  title: string
  period: string
  unit: string
  made_at: Date
  figures: number
  open_slots: number
  file_sha256: string
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    reports: Reports
  }
}
