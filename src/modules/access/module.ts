// Who may do what. One table of permissions (can.ts); every endpoint names one of them.
// Today: the holder of the data folder's token, and visitors of a demonstration on its own machine.
export { createAccess } from './access.ts'
