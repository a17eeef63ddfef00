import { dayOf } from '../../../platform/clock.ts'
import { Invalid } from '../../../platform/errors.ts'
import { route, type Route } from '../../../platform/http/server.ts'
import { changeUnit, closeUnit, foundUnit } from '../actions.ts'
import { checkClosing, checkUnit } from '../check-unit.ts'
import * as contract from '../contract/units.ts'
import type { OrgSurroundings } from '../guard.ts'
import { postViews, postsBy } from '../post-views.ts'
import { leavePost } from '../posts.ts'
import { requireKnownUnit, requireUnit, unitState } from '../queries.ts'
import { below } from '../tree.ts'
import { unitList } from '../unit-list.ts'
import { unitPage } from '../unit-page.ts'

export function unitRoutes({ database, clock, guard }: OrgSurroundings): Route[] {
  const today = () => dayOf(clock.now())

  return [
    route(contract.listUnits, async ({ query, principal }) =>
      database.read(principal.tenantId, async (db) => {
        const on = query.on ?? today()
        return { on, units: await unitList(db, on, await guard.unitScope(db, principal, 'org:read')) }
      }),
    ),

    route(contract.readChart, async ({ query, principal }) =>
      database.read(principal.tenantId, async (db) => {
        const on = query.on ?? today()
        if (query.unitId !== undefined) await guard.requireForUnit(db, principal, 'org:read', query.unitId)
        const scope = query.unitId === undefined ? await guard.unitScope(db, principal, 'org:read') : await below(db, [query.unitId])
        const units = await unitList(db, on, scope)
        const posts = postsBy(await postViews(db, { on }), 'unitId')
        const depths = new Map<string | null, number>([[null, -1]])
        return {
          on,
          units: units.map((unit) => {
            const depth = (depths.get(unit.parentId) ?? -1) + 1
            depths.set(unit.unitId, depth)
            return { ...unit, depth, posts: posts.get(unit.unitId) ?? [] }
          }),
        }
      }),
    ),

    route(contract.readUnit, async ({ params, principal }) =>
      database.read(principal.tenantId, async (db) => {
        await guard.requireForUnit(db, principal, 'org:read', params.unitId)
        await requireKnownUnit(db, params.unitId)
        const writable = await guard.unitScope(db, principal, 'org:write')
        return { ...(await unitPage(db, params.unitId, today())), mayChange: writable === 'all' || writable.has(params.unitId) }
      }),
    ),

    route(contract.foundUnit, async ({ body, principal }) =>
      database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => {
        await guard.requireForParent(tx, principal, body.parentId)
        if (body.parentId !== null) await requireUnit(tx, body.parentId)
        await checkUnit(tx, body)
        return foundUnit(tx, { ...body, foundingDocument: body.foundingDocument?.trim() || null })
      }),
    ),

    route(contract.changeUnit, async ({ params: { unitId }, body, principal }) =>
      database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => {
        await guard.requireForUnit(tx, principal, 'org:write', unitId)
        await requireUnit(tx, unitId)
        const { slices } = await unitState(tx, unitId)
        const slice = slices.find(({ validFrom, validTo }) => validFrom <= body.on && (validTo === null || validTo > body.on))
        if (slice === undefined) {
          const message = '这个单位那天还没有成立，或者已经撤销。'
          throw new Invalid('bad-day', message, { fields: [{ field: 'on', message }] })
        }
        const { expectedVersion, on, ...change } = body
        if (change.parentId !== undefined && change.parentId !== slice.parentId) await guard.requireForParent(tx, principal, change.parentId)
        await checkUnit(tx, { ...slice, ...change, unitId, on })
        return changeUnit(tx, { unitId, expectedVersion, on, ...change })
      }),
    ),

    route(contract.closeUnit, async ({ params: { unitId }, body, principal }) =>
      database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => {
        await guard.requireForUnit(tx, principal, 'org:write', unitId)
        await requireUnit(tx, unitId)
        await checkClosing(tx, unitId, body.on)
        for (const { postId, since, until } of await postViews(tx, { unitIds: [unitId] })) {
          if (until === null) await leavePost(tx, { postId, on: since > body.on ? since : body.on })
        }
        return closeUnit(tx, { unitId, ...body })
      }),
    ),
  ]
}
