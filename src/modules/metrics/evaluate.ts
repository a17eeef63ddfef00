import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { packOf } from '../records/adopt.ts'
import { answer, answerChange } from './answer.ts'
import type { Answer } from './answer.ts'
import type { Figure, FigureRequest } from './figure.ts'
import { how, howChanged } from './how.ts'
import { comparedBy, questionOf } from './question.ts'
import type { Question } from './question.ts'
import { tallies } from './tally.ts'
import type { Tally } from './tally.ts'

export { figureRecords, firstRecords } from './figure-records.ts'
export type { FigureRecord } from './figure-records.ts'

/**
 * Computes figures as known at a log position, in the order of the requests. All of them together take one scan for
 * each kind and period.
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
  const plain = asked.flatMap(({ question, compared }) => (compared === null ? [question] : [compared.now, compared.before]))
  // A server that compiles queries would spend seconds on the hundreds of filters of a report.
  await sql`set local jit = off`.execute(db)
  const found = await tallies(db, plain, position)
  return asked.map(({ request: { metric, facets, unitId, period }, question, compared }) => {
    const now = say(catalogue, compared?.now ?? question, found.shift() ?? null)
    const said = compared === null ? now : sayChange(question, now, { question: compared.before, said: say(catalogue, compared.before, found.shift() ?? null) })
    return { metric, facets, unitId, period, pack: packOf(catalogue, question.metric.pack), position, ...said }
  })
}

type Said = Answer & { how: string }

function say(catalogue: Catalogue, question: Question, tally: Tally | null): Said {
  const answered = answer(question, tally)
  return { ...answered, how: how(catalogue, question, answered, tally) }
}

function sayChange(question: Question, now: Said, before: { question: Question; said: Said }): Said {
  const beforeLabel = before.question.period.label
  const answered = answerChange(question, now, before.said, beforeLabel)
  return { ...answered, how: howChanged(question, answered, { now: now.how, before: before.said.how, beforeLabel }) }
}
