import { dutyEndpoints } from './contract/duty.ts'
import { overviewEndpoints } from './contract/overview.ts'
import { taskEndpoints } from './contract/task.ts'

export const dutiesEndpoints = [...taskEndpoints, ...dutyEndpoints, ...overviewEndpoints]
