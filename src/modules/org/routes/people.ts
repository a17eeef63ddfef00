import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { Conflict, Invalid } from '../../../platform/errors.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import * as contract from '../contract/people.ts'
import type { OrgSurroundings } from '../guard.ts'
import { peopleList } from '../people-list.ts'
import { addPerson, erasePerson } from '../people.ts'
import { postViews } from '../post-views.ts'
import { fillPost, leavePost, postState, refusedDay } from '../posts.ts'
import { unitState } from '../queries.ts'

export function peopleRoutes({ database, clock, guard }: OrgSurroundings): Route[] {
  const today = () => dayOf(clock.now())
  const write = <T>({ tenantId, name }: Principal, run: (tx: Tx) => Promise<T>) => database.write({ tenantId, actor: name }, run)

  return [
    route(contract.listPeople, async ({ query, principal }) =>
      database.read(principal.tenantId, async (db) => {
        if (query.unitId !== undefined) await guard.requireForUnit(db, principal, 'org:read', query.unitId)
        return peopleList(db, query, { scope: await guard.unitScope(db, principal, 'org:read'), today: today() })
      }),
    ),

    route(contract.addPerson, async ({ body, principal }) => write(principal, (tx) => addPerson(tx, body))),

    route(contract.erasePerson, async ({ params: { personId }, body, principal }) =>
      write(principal, async (tx) => {
        await guard.requireForParent(tx, principal, null)
        const person = await tx.selectFrom('persons').select('name').where('tenant_id', '=', tx.tenantId).where('person_id', '=', personId).executeTakeFirst()
        if (person !== undefined && person.name !== '' && person.name !== body.name.trim()) {
          const message = '与要抹去的姓名不一致，请原样输入。'
          throw new Invalid('name-differs', message, { fields: [{ field: 'name', message }] })
        }
        await erasePerson(tx, { personId, on: today() })
        return {}
      }),
    ),

    route(contract.fillPost, async ({ body, principal }) =>
      write(principal, async (tx) => {
        await guard.requireForUnit(tx, principal, 'org:write', body.unitId)
        const title = body.title.trim()
        if (title === '') throw refusedTitle('请填写职务或岗位，例如“局长”“组长”。')
        await requireUnitThen(tx, body.unitId, body.on)
        const held = (await postViews(tx, { unitIds: [body.unitId], on: body.on })).find((post) => post.personId === body.personId && post.title === title)
        if (held !== undefined) throw new Conflict('post-held', `这个人从 ${held.since} 起已任这个单位的“${title}”。`, { postId: held.postId })
        const { postId } = await fillPost(tx, { ...body, title })
        return { postId }
      }),
    ),

    route(contract.leavePost, async ({ params: { postId }, body, principal }) =>
      write(principal, async (tx) => {
        await guard.requireForUnit(tx, principal, 'org:write', (await postState(tx, postId)).unitId)
        await leavePost(tx, { postId, on: body.on })
        return {}
      }),
    ),
  ]
}

/** A post can be held only while its unit exists. @throws {Invalid} `bad-day` */
async function requireUnitThen(tx: Tx, unitId: string, on: string): Promise<void> {
  const { slices } = await unitState(tx, unitId)
  if (slices.some(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo > on))) return
  const [first] = slices
  throw refusedDay(first !== undefined && on < first.validFrom ? `单位 ${first.validFrom} 才成立，任职不能更早。` : '单位那天已经撤销。')
}

function refusedTitle(message: string): Invalid {
  return new Invalid('bad-post', message, { fields: [{ field: 'title', message }] })
}
