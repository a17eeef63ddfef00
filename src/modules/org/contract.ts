import { unitEndpoints } from './contract/units.ts'

export * from './contract/units.ts'

export const orgEndpoints = [...unitEndpoints]
