// Packs: the rules of a responsibility system as data. Reads, checks and merges the YAML of packs/ into a
// catalogue of kinds, metrics and vocabularies, and makes the lexicon that reading a report matches against.
// Keeps no state and touches no database; what a pack may say is defined in schema/.
export { checkPack, examplesOf } from './check.ts'
export { lexiconOf } from './lexicon.ts'
export { loadPacks } from './loader.ts'
export { reportsOf, shippedReport, shippedReports } from './report-template.ts'
export { shippedCatalogue, shippedPacks } from './shipped.ts'
export type { PackExample, RunExample } from './check.ts'
export type { PackProblem } from './problem.ts'
export type { TemplateReport } from './report-template.ts'
