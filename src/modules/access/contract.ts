import { accountEndpoints } from './contract/accounts.ts'
import { sessionEndpoints } from './contract/session.ts'

export * from './contract/accounts.ts'
export * from './contract/session.ts'

export const accessEndpoints = [...sessionEndpoints, ...accountEndpoints]
