export interface RecordSearch {
  tenant_id: number
  record_id: string
  version: number
  content: string
  words: string
}

export interface RecordViews {
  tenant_id: number
  view_id: string
  kind: string
  name: string
  owner: string
  unit_id: string | null
  address: string
  saved_at: Date
}

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    record_search: RecordSearch
    record_search_heads: { tenant_id: number; position: number }
    record_views: RecordViews
  }
}
