import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import { requireForUnit, unitScope } from '../../access/scope.ts'
import { below } from '../../org/tree.ts'
import { adoptDuties, adoptionNamed, checkAdoption, endAdoption } from '../actions/adoption.ts'
import { adoptDuties as adopt, dispatchDuties, endAdoption as end, previewAdoption, previewDispatch } from '../contract/duty.ts'
import type { Surroundings } from './surroundings.ts'

/** Taking on the duties of packs, and dispatching their tasks. */
export function adoptionRoutes({ database, jobs, catalogue, dispatcher }: Surroundings): Route[] {
  const managed = (principal: Principal) =>
    database.read(principal.tenantId, async (db) => {
      const scope = await unitScope(db, principal, 'duties:manage')
      return scope === 'all' ? {} : { units: scope }
    })
  return [
    route(previewAdoption, ({ body, principal }) =>
      database.read(principal.tenantId, async (db) => {
        await requireForUnit(db, principal, 'duties:manage', body.unitId)
        await checkAdoption(db, catalogue(), body)
        const { pack, unitId, fromOn } = body
        return dispatcher.plan(db, { proposed: { pack, unitId, from: fromOn }, units: await below(db, [unitId]) })
      }),
    ),
    route(adopt, async ({ body, principal }) => {
      const { tenantId, name } = principal
      const { adoptionId, units } = await database.write({ tenantId, actor: name }, async (tx) => {
        await requireForUnit(tx, principal, 'duties:manage', body.unitId)
        return { ...(await adoptDuties(tx, catalogue(), body)), units: await below(tx, [body.unitId]) }
      })
      return { adoptionId, dispatched: await dispatcher.run(name, { fresh: adoptionId, units }) }
    }),
    route(end, async ({ params, body, principal }) => {
      const { tenantId, name } = principal
      const { version, units } = await database.write({ tenantId, actor: name }, async (tx) => {
        const { unitId } = await adoptionNamed(tx, params.adoptionId)
        await requireForUnit(tx, principal, 'duties:manage', unitId)
        return { ...(await endAdoption(tx, { ...params, ...body })), units: await below(tx, [unitId]) }
      })
      await dispatcher.run(name, { units })
      return { version }
    }),
    route(previewDispatch, async ({ principal }) => {
      const asked = await managed(principal)
      return database.read(principal.tenantId, (db) => dispatcher.plan(db, asked))
    }),
    route(dispatchDuties, async ({ principal }) => {
      const asked = await managed(principal)
      return jobs.start({
        type: 'duties.dispatch', title: '推算任务', principal,
        run: ({ progress, signal }) => dispatcher.run(principal.name, asked, { progress, signal }),
      })
    }),
  ]
}
