import type { ColumnType, Generated } from 'kysely'

export interface Jobs {
  tenant_id: number
  job_id: string
  type: string
  title: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: Generated<number>
  total: number | null
  note: Generated<string>
  started_by: string
  account_id: string | null
  started_at: Date
  finished_at: Date | null
  result: ColumnType<unknown, string | null, string | null>
  error_code: string | null
  error_message: string | null
}

declare module '../database/tables.ts' {
  interface Tables {
    jobs: Jobs
  }
}
