import { peopleEndpoints } from './contract/people.ts'
import { unitEndpoints } from './contract/units.ts'

export * from './contract/people.ts'
export * from './contract/units.ts'

export const orgEndpoints = [...unitEndpoints, ...peopleEndpoints]
