// Metrics: numbers over records, computed for a unit and a period as known at a log position.
// A definition of a pack compiles to filters over typed columns; value, numerator, denominator, exclusions,
// the list of records and the sentence that explains them all come from those same filters. Keeps no state.
export { evaluate, figureRecords } from './evaluate.ts'
export { exampleRunner } from './run-example.ts'
