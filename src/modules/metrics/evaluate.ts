import type { Reader } from '../../platform/database/database.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { packOf } from '../records/adopt.ts'
import { toNumber } from './exact.ts'
import type { Exact } from './exact.ts'
import type { Figure, FigureRequest } from './figure.ts'
import { howChanged, howOf } from './how.ts'
import { measure } from './measure.ts'
import type { Tally } from './measure.ts'
import { changeOf, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { comparedBy, questionOf } from './question.ts'

export { figureRecords } from './figure-records.ts'
export type { FigureRecord } from './figure-records.ts'

/**
 * Computes figures as known at a log position, in the order of the requests: one scan for each kind and period.
 *
 * @throws {Invalid} `unknown-metric`, `unknown-facet`, `unknown-facet-value`, `bad-period`
 * @throws {NotFound} `no-unit`
 */
export async function evaluate(
  db: Reader,
  catalogue: Catalogue,
  requests: FigureRequest[],
  { position }: { position: number },
): Promise<Figure[]> {
  const asked = requests.map((request) => {
    const question = questionOf(catalogue, request)
    return { request, question, compared: comparedBy(catalogue, question) }
  })
  const tallies = await measure(
    db,
    asked.flatMap(({ question, compared }) => (compared === null ? [question] : [compared.now, compared.before])),
    position,
  )
  let next = 0
  return asked.map(({ request, question, compared }) => {
    const now = tallies[next++]
    const before = compared === null ? null : tallies[next++]
    if (now === undefined || before === undefined) throw new Error('A question was not answered')
    const { outcome, how } = before === null ? simple(catalogue, now) : change(catalogue, question.metric, now, before)
    return {
      ...request,
      pack: packOf(catalogue, question.metric.pack),
      position,
      value: outcome.value,
      numerator: plain(outcome.numerator),
      denominator: plain(outcome.denominator),
      excluded: now.excluded,
      records: now.records,
      how,
      gap: outcome.gap,
    }
  })
}

interface Told {
  outcome: Outcome
  how: string
}

function simple(catalogue: Catalogue, tally: Tally): Told {
  const outcome = outcomeOf(tally)
  return { outcome, how: howOf(catalogue, tally, outcome) }
}

function change(catalogue: Catalogue, metric: Tally['question']['metric'], now: Tally, before: Tally): Told {
  const [present, past] = [simple(catalogue, now), simple(catalogue, before)]
  const base = now.question.metric
  const outcome = changeOf(metric, base, present.outcome, past.outcome)
  const digitsOf = base.form === 'share' || base.form === 'rate' ? 'points' : 'percent'
  return { outcome, how: howChanged(outcome, { now: present.how, before: past.how, digitsOf }) }
}

function plain(exact: Exact | null): number | null {
  return exact === null ? null : toNumber(exact)
}
