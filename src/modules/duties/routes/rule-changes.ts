import { dayOf } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { Invalid } from '../../../platform/errors.ts'
import { route, type Route } from '../../../platform/http/server.ts'
import type { PacksInForce } from '../../packs/in-force.ts'
import type { PackProblem } from '../../packs/problem.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { previewUpgrade } from '../contract/duty.ts'
import { adoptNotice, previewNotice } from '../contract/overview.ts'
import { planDispatch, runDispatch } from '../dispatch/run.ts'

interface Surroundings {
  database: Database
  packs: PacksInForce
}

/** New rules: what a notice of rest days or a newer pack would move, and putting a notice in force in the body's own pack. */
export function ruleChangeRoutes({ database, packs }: Surroundings): Route[] {
  const today = () => dayOf(database.clock.now())
  return [
    route(previewNotice, async ({ body, principal }) => {
      const read = await wouldBe(packs, body)
      if ('problems' in read) return { problems: read.problems, moved: 0, examples: [] }
      const { moved, examples } = await database.read(principal.tenantId, (db) => planDispatch(db, { catalogue: read.catalogue, today: today() }))
      return { problems: [], moved, examples: examples.flatMap(({ before, after, ...task }) => (before === null || after === null ? [] : [{ ...task, before, after }])) }
    }),
    route(previewUpgrade, async ({ params, principal }) => {
      const catalogue = await packs.previewUpgrade(params.pack)
      return database.read(principal.tenantId, (db) => planDispatch(db, { catalogue, today: today() }))
    }),
    route(adoptNotice, async ({ body, principal: { tenantId, name } }) => {
      await database.write({ tenantId, actor: name }, async (tx) => packs.changeLocal(tx, filesOf(body)))
      await packs.renew()
      const { moved } = await runDispatch(database, { tenantId, actor: name }, { catalogue: packs.catalogue(), today: today() })
      return { moved }
    }),
  ]
}

interface Notice {
  year: number
  text: string
}

function filesOf({ year, text }: Notice) {
  return { files: { [`calendars/${year}.yaml`]: text } }
}

/** The catalogue with the notice in it, or what is wrong with its text. */
async function wouldBe(packs: PacksInForce, notice: Notice): Promise<{ catalogue: Catalogue } | { problems: { line: number; message: string }[] }> {
  try {
    return { catalogue: await packs.previewLocal(filesOf(notice)) }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const { problems = [] } = error.details as { problems?: PackProblem[] }
    return { problems: problems.length === 0 ? [{ line: 1, message: error.message }] : problems.map(({ line, message }) => ({ line, message })) }
  }
}
