import type { Reader } from '../../../platform/database/database.ts'
import { NotAllowed } from '../../../platform/errors.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import { requireForUnit, unitScope } from '../../access/scope.ts'
import { below } from '../../org/tree.ts'
import { answerChange, askChange, changeNamed, withdrawChange } from '../actions/change.ts'
import { answerChange as answer, askChange as ask } from '../contract/duty.ts'
import type { Surroundings } from './surroundings.ts'

/** Local changes of duties: asked by one, approved by another, taken back when they no longer hold. */
export function changeRoutes({ database, catalogue, dispatcher }: Surroundings): Route[] {
  return [
    route(ask, ({ body, principal }) =>
      database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => {
        await requireFor(tx, principal, 'duties:work', body.unitId)
        return askChange(tx, catalogue(), body, principal)
      }),
    ),
    route(answer, async ({ params, body, principal }) => {
      const { tenantId, name } = principal
      const { version, units } = await database.write({ tenantId, actor: name }, async (tx) => {
        const { unitId } = await changeNamed(tx, params.changeId)
        await requireFor(tx, principal, 'duties:approve', unitId)
        const order = { ...params, expectedVersion: body.expectedVersion, note: body.note }
        const answered = body.answer === 'withdraw' ? await withdrawChange(tx, order) : await answerChange(tx, { ...order, answer: body.answer }, principal)
        return { version: answered.version, units: unitId === null ? undefined : await below(tx, [unitId]) }
      })
      if (body.answer === 'refuse') return { version, dispatched: null }
      return { version, dispatched: await dispatcher.run(name, units === undefined ? {} : { units }) }
    }),
  ]
}

/** A change for the whole body concerns everyone: only who has the permission for all units may do it. */
async function requireFor(db: Reader, principal: Principal, permission: 'duties:work' | 'duties:approve', unitId: string | null): Promise<void> {
  if (unitId !== null) return requireForUnit(db, principal, permission, unitId)
  if ((await unitScope(db, principal, permission)) === 'all') return
  throw new NotAllowed('not-allowed-for-unit', '对整个单位的变更，只有在整个单位有这项权限的人才能提出或批准；请选定您的单位。', { permission })
}
