import { dayOf } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { NotAllowed } from '../../platform/errors.ts'
import { route, type Principal, type Route } from '../../platform/http/server.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { requireForUnit } from '../access/scope.ts'
import { calendarAt } from './calendar-feed.ts'
import { channelList, outboxList } from './channel-list.ts'
import * as channels from './channels.ts'
import * as contract from './contract/channels.ts'
import { listOutbox } from './contract/outbox.ts'
import * as personal from './contract/personal.ts'
import type { Courier } from './courier.ts'
import { digestOf } from './digest/content.ts'
import { addFeed, choicesOf, choose, feedsOf, revokeFeed } from './personal.ts'
import { channelRow, mailChannel, outgoingRules } from './queries.ts'

interface Surroundings {
  database: Database
  tenantId: number
  catalogue: () => Catalogue
  courier: Courier
  secretKey?: string | undefined
}

export function notificationRoutes(surroundings: Surroundings): Route[] {
  return [...channelRoutes(surroundings), ...personalRoutes(surroundings)]
}

function channelRoutes({ database, courier, secretKey }: Surroundings): Route[] {
  const write = <T>({ tenantId, name }: Principal, run: (tx: Tx) => Promise<T>) => database.write({ tenantId, actor: name }, run)
  return [
    route(contract.listChannels, async ({ principal }) => database.read(principal.tenantId, async (db) => ({ channels: await channelList(db), outgoing: await outgoingRules(db) }))),
    route(contract.addChannel, async ({ body, principal }) =>
      write(principal, async (tx) => {
        await requireUnitOf(tx, principal, body.channel)
        return channels.addChannel(tx, secretKey, body.channel)
      }),
    ),
    route(contract.changeChannel, async ({ params, body, principal }) =>
      write(principal, async (tx) => {
        await requireUnitOf(tx, principal, body.channel)
        await channels.changeChannel(tx, secretKey, params.channelId, body.version, body.channel)
        return {}
      }),
    ),
    route(contract.switchChannel, async ({ params, body, principal }) => {
      await write(principal, (tx) => channels.switchChannel(tx, params.channelId, body.on))
      return {}
    }),
    route(contract.removeChannel, async ({ params, principal }) => {
      await write(principal, (tx) => channels.removeChannel(tx, params.channelId))
      return {}
    }),
    route(contract.testChannel, async ({ params, body, principal }) => {
      await database.read(principal.tenantId, (db) => channelRow(db, params.channelId))
      const { state, error } = await courier.test(params.channelId, body.recipient)
      return { state, error }
    }),
    route(contract.setOutgoing, async ({ body, principal }) => {
      await write(principal, (tx) => channels.setOutgoing(tx, body))
      return {}
    }),
    route(listOutbox, async ({ query, principal }) => database.read(principal.tenantId, (db) => outboxList(db, query))),
  ]
}

/** A robot tells of a unit, so that must be one of the asking person's. */
async function requireUnitOf(tx: Tx, principal: Principal, order: contract.ChannelOrder): Promise<void> {
  if (order.kind !== 'mail') await requireForUnit(tx, principal, 'notifications:manage', order.unitId)
}

function personalRoutes({ database, tenantId, catalogue }: Surroundings): Route[] {
  const desk = () => ({ catalogue: catalogue(), today: dayOf(database.clock.now()) })
  const write = <T>(principal: Principal, run: (tx: Tx, accountId: string) => Promise<T>) =>
    database.write({ tenantId, actor: principal.name }, (tx) => run(tx, accountOf(principal)))
  return [
    route(personal.readOwn, async ({ principal }) =>
      database.read(tenantId, async (db) => ({
        choices: await choicesOf(db, accountOf(principal)), mailWorks: (await mailChannel(db)) !== undefined,
        digest: await digestOf(db, principal, desk()), feeds: await feedsOf(db, accountOf(principal)),
      })),
    ),
    route(personal.chooseOwn, async ({ body, principal }) => {
      await write(principal, (tx, accountId) => choose(tx, accountId, body))
      return {}
    }),
    route(personal.addFeed, async ({ body, principal }) => write(principal, (tx, accountId) => addFeed(tx, principal, accountId, body.unitId))),
    route(personal.revokeFeed, async ({ params, principal }) => {
      await write(principal, (tx, accountId) => revokeFeed(tx, accountId, params.feedId))
      return {}
    }),
    route(personal.readFeed, async ({ params }) => {
      const text = await database.read(tenantId, (db) => calendarAt(db, desk(), params.file))
      return { bytes: new TextEncoder().encode(text), shownAs: 'text/calendar; charset=utf-8' as const, name: 'taizhang.ics' }
    }),
  ]
}

/** @throws {NotAllowed} `not-signed-in` for the program itself, which is nobody to tell */
function accountOf({ accountId }: Principal): string {
  if (accountId === null) throw new NotAllowed('not-signed-in', '请先登录')
  return accountId
}
