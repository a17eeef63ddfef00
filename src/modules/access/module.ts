// Who may do what. One table of permissions (can.ts), roles by unit and subtree (scope.ts); every endpoint names one.
// Accounts and roles are projections of the log; passwords, sessions and failed attempts stand outside it.
export { createAccess } from './access.ts'
export { openAccount, hasAdministrator } from './actions.ts'
export { namesOfActors } from './queries.ts'
export { inScope, requireForUnit, unitScope } from './scope.ts'
