import type { Database, Reader } from '../../platform/database/database.ts'
import { idOf, type LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Reaction } from '../../platform/events/reactions.ts'
import { inScope, unitScope } from '../access/scope.ts'
import { dutyNamed, dutyWords } from '../duties/read/duty-words.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { lastUnits } from '../records/list/units.ts'
import { noticeWords } from './digest/words.ts'
import { layDown, type ToTell } from './outbox.ts'
import { mailChannel, openChoices, outgoingRules, principalOf } from './queries.ts'

interface Surroundings {
  database: Database
  tenantId: number
  catalogue: () => Catalogue
}

/** Tells those who chose it that something waits for their approval or was returned to them; of anything else, nobody at once. */
export function notificationReactions({ database, tenantId, catalogue }: Surroundings): Reaction[] {
  return [{
    name: 'notifications.notices',
    types: ['task.settle-asked', 'task.settle-refused'],
    handle: async (events) => {
      const notices = await database.read(tenantId, (db) => noticesOf(db, catalogue(), events))
      if (notices.length > 0) await database.write({ tenantId, actor: 'taizhang' }, (tx) => layDown(tx, notices))
    },
  }]
}

async function noticesOf(db: Reader, catalogue: Catalogue, events: LoggedEvent[]): Promise<ToTell[]> {
  const mail = await mailChannel(db)
  const listeners = mail === undefined ? [] : await openChoices(db).where('notices', '=', true).execute()
  if (mail === undefined || listeners.length === 0) return []
  const { publicUrl } = await outgoingRules(db)
  const [units, words] = [await lastUnits(db), dutyWords(catalogue)]
  const notices: ToTell[] = []
  for (const event of events) {
    const recordedAt = new Date(event.envelope.recordedAt)
    const task = await taskOf(db, idOf(event, 'task'))
    if (task === undefined) continue
    const asked = event.envelope.type === 'task.settle-asked'
    const what = `${dutyNamed(words, task.duty).title}（${units.get(task.unitId)?.name ?? ''}）`
    const told = asked
      ? noticeWords(`等您批准：${what}`, `${what}有一项结清申请，等您批准。`, publicUrl)
      : noticeWords(`已退回：${what}`, `您对${what}的结清申请被退回，请查看退回的说明。`, publicUrl)
    for (const { account_id: accountId, address, since } of listeners) {
      if (recordedAt < since || !(asked ? await mayApprove(db, accountId, task.unitId, event) : (await askerOf(db, event)) === accountId)) continue
      notices.push({ channelId: mail.channel_id, subject: `notice:${event.position}:${accountId}`, kind: 'notice', recipient: address, ...told })
    }
  }
  return notices
}

async function taskOf(db: Reader, taskId: string | null) {
  if (taskId === null) return undefined
  return db.selectFrom('task_versions').select(['duty', 'unit_id as unitId']).where('tenant_id', '=', db.tenantId).where('task_id', '=', taskId).orderBy('version', 'desc').executeTakeFirst()
}

/** Nobody is told of the own request. */
async function mayApprove(db: Reader, accountId: string, unitId: string, { envelope }: LoggedEvent): Promise<boolean> {
  if ((envelope.content as { account: string | null }).account === accountId) return false
  const principal = await principalOf(db, accountId)
  return principal !== null && inScope(await unitScope(db, principal, 'duties:approve'), unitId)
}

/** Who had asked for what this event answers: the version of the task that it closed says so. */
async function askerOf(db: Reader, event: LoggedEvent): Promise<string | null> {
  const row = await db
    .selectFrom('task_versions').select('settle_asked_account')
    .where('tenant_id', '=', db.tenantId).where('task_id', '=', idOf(event, 'task') ?? '').where('known_to', '=', event.position)
    .executeTakeFirst()
  return row?.settle_asked_account ?? null
}
