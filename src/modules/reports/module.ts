// Reports: reading an earlier report, filling it for a unit and a period, checking a finished one.
// A filled report keeps its figures as pointers: metric, facets, unit, period and log position.
// The pure decisions (what fills, what stays open, what is carried over) are in rules/.
export { reportEndpoints } from './contract.ts'
export { reportRoutes } from './routes.ts'
