import type { Database } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Catalogue } from '../packs/schema/pack.ts'

/** What work on reports needs around it; the catalogue is the one in force when the work began. */
export interface Office {
  database: Database
  files: FileStore
  catalogue: Catalogue
}

/** Who works: an account, or the program itself and its data folder's owner, who have none. */
export interface Worker {
  tenantId: number
  name: string
  accountId?: string | null
}
