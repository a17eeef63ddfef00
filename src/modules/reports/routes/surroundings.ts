import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { PacksInForce } from '../../packs/in-force.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { Office } from '../office.ts'

export interface Surroundings {
  database: Database
  clock: Clock
  files: FileStore
  packs: PacksInForce
  catalogue: () => Catalogue
}

/** The office at this moment: its catalogue is the one in force when a request begins. */
export function officeOf({ database, files, catalogue }: Surroundings): Office {
  return { database, files, catalogue: catalogue() }
}
