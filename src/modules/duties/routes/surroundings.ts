import type { Database } from '../../../platform/database/database.ts'
import type { Jobs } from '../../../platform/jobs/jobs.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { Dispatcher } from '../dispatch/dispatcher.ts'

export interface Surroundings {
  database: Database
  jobs: Jobs
  catalogue: () => Catalogue
  dispatcher: Dispatcher
}
