import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import ICAL from 'ical.js'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn } from '../../../test/helpers/app.ts'
import { asOwner, testDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import type { App } from '../../app.ts'
import { createClient, type Client } from '../../platform/contract/client.ts'
import { runReaction } from '../../platform/events/reactions.ts'
import { adoptDuties } from '../duties/contract/duty.ts'
import { answerSettling, askToSettle, listTasks } from '../duties/contract/task.ts'
import { foundUnit } from '../org/actions.ts'
import { addPerson } from '../org/people.ts'
import { fillPost } from '../org/posts.ts'
import { shippedCatalogue } from '../packs/shipped.ts'
import { addChannel, changeChannel, listChannels, removeChannel, setOutgoing, switchChannel, testChannel } from './contract/channels.ts'
import { listOutbox } from './contract/outbox.ts'
import { addFeed, chooseOwn, readOwn, revokeFeed } from './contract/personal.ts'
import { Courier } from './courier.ts'
import { takeNext } from './outbox.ts'
import { notificationReactions } from './reactions.ts'

let database: TestDatabase
let app: App
let administrator: Client
let head: Client
let clerk: Client
let bureau = ''
let mailChannelId = ''
let surroundings: ConstructorParameters<typeof Courier>[0]
let courier: Courier

const mails: { to: string; text: string }[] = []
let refuseMail = false
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      if (refuseMail) return done(Object.assign(new Error('busy'), { responseCode: 451 }))
      mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(parts).toString('utf8') })
      done()
    })
  },
})

interface Heard {
  url: URL
  body: Record<string, unknown>
}
const heard: Heard[] = []
/** What the receiver answers, by path. */
const receiver: Server = createServer((request: IncomingMessage, reply) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname === '/hang') return
  if (url.pathname === '/redirect') return void reply.writeHead(302, { location: 'http://127.0.0.1/inside' }).end()
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    heard.push({ url, body: JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown> })
    reply.writeHead(200, { 'content-type': 'application/json' }).end(url.pathname === '/feishu' ? '{"code":0}' : '{"errcode":0}')
  })
})

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
const mail = (settings = {}) => ({
  kind: 'mail' as const, name: '局邮件', password: 'mail-secret',
  settings: { host: 'localhost', port: portOf(mailServer.server), security: 'none' as const, user: '', from: 'taizhang@example.gov.cn', ...settings },
})
const robot = (kind: 'wecom' | 'dingtalk' | 'feishu', path: string, signingSecret: string | null = null) => ({
  kind, name: `${kind}群`, unitId: bureau, settings: { every: 'day' as const, hour: 23 }, signingSecret, url: `http://localhost:${portOf(receiver)}${path}?key=robot-secret`,
})
const add = async (channel: ReturnType<typeof mail> | ReturnType<typeof robot>) => (await administrator.call(addChannel, { body: { channel } })).channelId
const allow = (...allowed: string[]) => administrator.call(setOutgoing, { body: { publicUrl: 'https://tz.example.gov.cn/', allowed } })
const channel = async (channelId: string) => (await administrator.call(listChannels, {})).channels.find((one) => one.channelId === channelId)
const test = (channelId: string) => administrator.call(testChannel, { params: { channelId }, body: { recipient: 'li@example.gov.cn' } })
const choose = (who: Client, address: string, digestHour: number | null, notices = false) => who.call(chooseOwn, { body: { address, digestHour, notices } })
const textOf = ({ text }: { text: string }) => Buffer.from(text.split('\r\n\r\n').slice(1).join('').replaceAll('\r\n', ''), 'base64').toString('utf8')
/** Sessions do not outlast so many days. */
const at = async (moment: string) => {
  database.clock.set(new Date(moment))
  head = createClient(await signedIn(app, { role: 'head' }))
  clerk = createClient(await signedIn(app, { role: 'clerk' }))
}

beforeAll(async () => {
  database = await testDatabase()
  bureau = (await database.write({ tenantId: database.tenantId, actor: '系统管理员' }, (tx) => foundUnit(tx, { name: '云江市交通运输局', type: 'body', parentId: null, on: '2020-01-01' }))).unitId
  app = await buildTestAppOn(database)
  administrator = createClient(administratorOf(app))
  await at('2026-03-05T00:30:00Z')
  await administrator.call(adoptDuties, { body: { pack: 'ideology-duty', unitId: bureau, fromOn: '2026-01-01' } })
  const catalogue = await shippedCatalogue()
  surroundings = { database, tenantId: database.tenantId, catalogue: () => catalogue, secretKey: 'test-key' }
  courier = new Courier(surroundings)
  mailServer.listen(0, '127.0.0.1')
  receiver.listen(0, '127.0.0.1')
  await Promise.all([once(mailServer.server, 'listening'), once(receiver, 'listening')])
  await allow('localhost')
  mailChannelId = await add(mail())
})

afterAll(async () => {
  await new Promise<void>((closed) => mailServer.close(closed))
  receiver.closeAllConnections()
  receiver.close()
  await app.close()
})

beforeEach(() => {
  mails.length = 0
  heard.length = 0
  refuseMail = false
})

describe('sending digests', () => {
  it('tells each person once a day, at their hour, what is late and due', async () => {
    await choose(head, 'head@example.gov.cn', 9)
    await courier.tick()
    expect(mails).toEqual([])
    await at('2026-04-08T01:00:00Z')
    const { digest } = await head.call(readOwn, {})
    expect(digest.counts.late).toBeGreaterThan(0)
    await courier.tick()
    await courier.tick()
    await new Courier(surroundings).tick()
    expect(mails.map(({ to }) => to)).toEqual(['head@example.gov.cn'])
    const text = mails.map(textOf).join()
    expect(text).toContain(`逾期（${digest.counts.late} 项）`)
    expect(text).toContain('https://tz.example.gov.cn/workbench')
    expect(mails[0]?.text).toMatch(/Message-ID: <[0-9a-f]{40}@taizhang\.invalid>/i)
  })

  it('does not send again what may have been sent when the program ended', async () => {
    await at('2026-04-09T01:30:00Z')
    await courier.tick()
    mails.length = 0
    await at('2026-04-10T00:00:00Z')
    await asOwner(database.ownerUrl, `insert into outbox (tenant_id, channel_id, subject, kind, recipient, title, content, state, created_at, next_try_at)
      values (${database.tenantId}, '${mailChannelId}', 'digest:lost', 'digest', 'head@example.gov.cn', 't', 'c', 'waiting', '2026-04-10T00:00:00Z', '2026-04-10T00:00:00Z')`)
    const taken = await database.write({ tenantId: database.tenantId, actor: 'taizhang' }, (tx) => takeNext(tx))
    expect(taken?.subject).toBe('digest:lost')
    await new Courier(surroundings).tick()
    expect(mails).toEqual([])
    const { rows } = await administrator.call(listOutbox, { query: { state: 'unknown' } })
    expect(rows).toMatchObject([{ kind: 'digest', error: expect.stringContaining('没有再发') }])
  })

  it('tries again later and later while the server refuses, and shows since when', async () => {
    await at('2026-04-11T01:00:00Z')
    refuseMail = true
    await courier.tick()
    expect(await channel(mailChannelId)).toMatchObject({ failingSince: '2026-04-11T01:00:00.000Z', nextTryAt: '2026-04-11T01:01:00.000Z', waiting: 1, lastError: expect.stringContaining('451') })
    database.clock.set(new Date('2026-04-11T01:01:00Z'))
    await courier.tick()
    expect(await channel(mailChannelId)).toMatchObject({ failingSince: '2026-04-11T01:00:00.000Z', nextTryAt: '2026-04-11T01:06:00.000Z' })
    refuseMail = false
    await courier.tick()
    expect(mails).toEqual([])
    database.clock.set(new Date('2026-04-11T01:06:00Z'))
    await courier.tick()
    expect(mails).toHaveLength(1)
    expect(await channel(mailChannelId)).toMatchObject({ failingSince: null, lastError: null, waiting: 0, lastSentAt: '2026-04-11T01:06:00.000Z' })
  })

  it('names what a person took over with a post since the day before', async () => {
    const login = await signedIn(app, { role: 'head' })
    const context = { tenantId: database.tenantId, actor: '系统管理员' }
    const { personId } = await database.write(context, (tx) => addPerson(tx, { name: '周明（虚构）' }))
    await database.write(context, (tx) => fillPost(tx, { unitId: bureau, personId, title: '党组书记', responsibility: 'first', on: '2026-04-11' }))
    await asOwner(database.ownerUrl, `update accounts set person_id = '${personId}' where login = (select max(login) from accounts where login like 'head-%' and opened_at = (select max(opened_at) from accounts))`)
    const { digest } = await createClient(login).call(readOwn, {})
    expect(digest.counts.handedOver).toBeGreaterThan(0)
    expect(digest.handedOver[0]).toMatchObject({ unit: '云江市交通运输局' })
  })
})

describe('telling at once', () => {
  it('tells the approver of a request and the asker of its return, once, and nobody else', async () => {
    await at('2026-04-12T00:00:00Z')
    await choose(head, 'head@example.gov.cn', null, true)
    await choose(clerk, 'clerk@example.gov.cn', null, true)
    const { tasks } = await clerk.call(listTasks, { query: { duty: 'self-inspection' } })
    const { taskId = '', version = 0 } = tasks[0] ?? {}
    await clerk.call(askToSettle, { params: { taskId }, body: { expectedVersion: version, as: 'not-held', reason: '机构改革' } })
    await head.call(answerSettling, { params: { taskId }, body: { expectedVersion: version + 1, answer: 'refuse', note: '仍须开展' } })
    for (const reaction of notificationReactions(surroundings)) {
      await runReaction(database, database.tenantId, reaction)
      await runReaction(database, database.tenantId, { ...reaction, name: 'told again after a crash' })
    }
    await courier.tick()
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['clerk@example.gov.cn', 'head@example.gov.cn'])
  })
})

describe('speaking to groups', () => {
  it('tells counts and titles of a unit in the dialect of each robot, signed where it must be', async () => {
    const channels = [await add(robot('wecom', '/wecom')), await add(robot('dingtalk', '/dingtalk', 'SEC1')), await add(robot('feishu', '/feishu', 'SEC2'))]
    await at('2026-04-13T15:00:00Z')
    await courier.tick()
    await courier.tick()
    const [wecom, dingtalk, feishu] = ['/wecom', '/dingtalk', '/feishu'].map((path) => heard.filter(({ url }) => url.pathname === path))
    expect(wecom).toMatchObject([{ body: { msgtype: 'text', text: { content: expect.stringMatching(/【云江市交通运输局】7 日内到期 \d+ 项，逾期 \d+ 项/) } } }])
    // Signatures of 2026-04-13T15:00:00Z, worked out outside this program.
    expect(dingtalk?.map(({ url }) => [url.searchParams.get('timestamp'), url.searchParams.get('sign')])).toEqual([['1776092400000', 'ALURQoepouTT/HgeCXywshUJyxWvHRuykeptLtVbHXI=']])
    expect(feishu).toMatchObject([{ body: { timestamp: '1776092400', sign: '57ORFSHyswVgXtmfA3vSyGghxHQpT+NDJUlcNg1gqH0=', msg_type: 'text' } }])
    expect(JSON.stringify(heard)).not.toContain('周明')
    for (const channelId of channels) await administrator.call(removeChannel, { params: { channelId } })
  })
})

describe('going outside', () => {
  it('reaches nothing inside that is not allowed, neither by name nor by address', async () => {
    await allow()
    const byName = await add(robot('wecom', '/wecom'))
    expect(await test(byName)).toMatchObject({ state: 'failed', error: expect.stringContaining('内部地址 127.0.0.1') })
    expect(await test(mailChannelId)).toMatchObject({ state: 'failed', error: expect.stringContaining('内部地址') })
    await administrator.call(removeChannel, { params: { channelId: byName } })
    for (const host of ['127.0.0.1', '[::ffff:10.0.0.1]', '[::1]', '169.254.169.254', '0x7f.1', '[fd00::1]', '[64:ff9b::7f00:1]']) {
      const channelId = await add({ ...robot('feishu', '/feishu'), url: `http://${host}/hook` })
      expect([host, await test(channelId)]).toEqual([host, { state: 'failed', error: expect.stringContaining('内部地址') }])
      await administrator.call(removeChannel, { params: { channelId } })
    }
    expect(heard).toEqual([])
    await expect(allow('not a network/8')).rejects.toMatchObject({ code: 'rule-unreadable' })
    await allow('localhost', '127.0.0.0/8')
  })

  it('follows no redirect and waits for nobody for ever', async () => {
    const [redirecting, hanging] = [await add(robot('wecom', '/redirect')), await add(robot('dingtalk', '/hang'))]
    expect(await courier.test(redirecting, null)).toMatchObject({ state: 'failed', error: expect.stringContaining('没有跟随') })
    expect(await new Courier({ ...surroundings, limitMs: 300 }).test(hanging, null)).toMatchObject({ state: expect.stringMatching(/unknown|failed/), error: expect.stringContaining('没有答复') })
    expect(await channel(hanging)).toMatchObject({ lastError: expect.stringContaining('没有答复'), on: true })
  })

  it('keeps secrets sealed, out of answers and out of the log, and says who changed what', async () => {
    const row = await channel(mailChannelId)
    expect(await test(mailChannelId)).toMatchObject({ state: 'sent' })
    await administrator.call(changeChannel, { params: { channelId: mailChannelId }, body: { version: row?.version ?? 0, channel: { ...mail(), password: null } } })
    await administrator.call(switchChannel, { params: { channelId: mailChannelId }, body: { on: false } })
    const kept = await database.read(database.tenantId, async (db) => ({
      events: (await db.selectFrom('events').select(['type', 'payload']).where('tenant_id', '=', db.tenantId).where('subject', '=', `channel:${mailChannelId}`).orderBy('position').execute()).map(({ type, payload }) => ({ type, text: payload.toString('utf8') })),
      sealed: await db.selectFrom('notification_channels').select(['sealed', 'settings']).where('tenant_id', '=', db.tenantId).execute(),
    }))
    expect(kept.events.map(({ type }) => type)).toEqual(['channel.added', 'channel.changed', 'channel.switched-off'])
    const everything = JSON.stringify([kept.events, kept.sealed.map(({ sealed, settings }) => [sealed?.toString('latin1'), settings]), await administrator.call(listChannels, {})])
    expect(everything).not.toMatch(/mail-secret|robot-secret|SEC1/)
    expect((await channel(mailChannelId))?.hasSecret).toBe(true)
  })
})

describe('reading a calendar', () => {
  it('gives titles and days at a secret address until it is revoked, by the clock of an office in China', async () => {
    vi.stubEnv('TZ', 'Asia/Shanghai')
    expect(new Date('2026-03-05').getHours()).toBe(8)
    const { feedId, path } = await head.call(addFeed, { body: { unitId: bureau } })
    const reply = await app.inject({ method: 'GET', url: path })
    expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8')
    vi.unstubAllEnvs()
    const events = new ICAL.Component(ICAL.parse(reply.payload) as never[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
    const { tasks } = await head.call(listTasks, { query: { duty: 'analysis' } })
    for (const { dueOn, duty } of tasks) {
      expect(events.filter(({ summary, startDate }) => summary.startsWith(duty.title) && startDate.isDate && startDate.toString() === dueOn)).toHaveLength(1)
    }
    await expect(clerk.call(revokeFeed, { params: { feedId } })).rejects.toMatchObject({ code: 'no-feed' })
    await head.call(revokeFeed, { params: { feedId } })
    const gone = await app.inject({ method: 'GET', url: path })
    expect([gone.statusCode, gone.json()]).toMatchObject([404, { code: 'calendar-revoked', message: expect.stringContaining('停用') }])
    expect((await app.inject({ method: 'GET', url: '/calendar/guess.ics' })).json()).toMatchObject({ code: 'no-calendar' })
  })
})
