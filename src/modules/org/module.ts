// Org: units as a dated tree (moves and mergers keep history), leading groups among them, people and their posts.
// Every version is kept between two log positions, so a tree is that of a day, as known at a position.
export { changeUnit, closeUnit, foundUnit } from './actions.ts'
export { addPerson, erasePerson } from './people.ts'
export { fillPost, leavePost, postsOf } from './posts.ts'
export { knownUnits, requireUnit } from './queries.ts'
export { findUnit, resolveUnit, subtree, unitTree } from './tree.ts'
export type { AsOf, UnitNode, UnitTree } from './tree.ts'
