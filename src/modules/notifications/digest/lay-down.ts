import { sql } from 'kysely'
import { addDays } from '../../../engine/calendar/days.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Database, Reader } from '../../../platform/database/database.ts'
import { below } from '../../org/tree.ts'
import { dutyNamed, dutyWords } from '../../duties/read/duty-words.ts'
import type { Desk } from '../../duties/read/list.ts'
import { countTasks, currentTasks, isOpen, selectTasks } from '../../duties/read/rows.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { lastUnits } from '../../records/list/units.ts'
import type { RobotSettings } from '../contract/channels.ts'
import { isLaidDown, layDown, type ToTell } from '../outbox.ts'
import { channelRows, mailChannel, openChoices, outgoingRules, principalOf } from '../queries.ts'
import { hourOf, isMonday } from '../rules.ts'
import { digestOf, isEmpty } from './content.ts'
import { digestWords, groupWords } from './words.ts'

interface Surroundings {
  database: Database
  tenantId: number
  catalogue: () => Catalogue
}

const TITLES = 10

/** Lays down today's digest of everyone whose hour has come and who has something to be told. */
export async function layDownDigests({ database, tenantId, catalogue }: Surroundings): Promise<void> {
  const now = database.clock.now()
  const desk = { catalogue: catalogue(), today: dayOf(now) }
  const waiting = await database.read(tenantId, async (db) => {
    const mail = await mailChannel(db)
    if (mail === undefined) return []
    const chosen = await openChoices(db).where('digest_hour', '<=', hourOf(now)).orderBy('c.account_id').execute()
    return chosen.map((choice) => ({ ...choice, channelId: mail.channel_id, subject: `digest:${choice.account_id}:${desk.today}` }))
  })
  for (const { account_id: accountId, address: recipient, channelId, subject } of waiting) {
    const told = await database.read(tenantId, async (db) => {
      const principal = (await isLaidDown(db, channelId, subject)) ? null : await principalOf(db, accountId)
      const digest = principal === null ? null : await digestOf(db, principal, desk)
      return digest === null || isEmpty(digest) ? null : digestWords(digest, (await outgoingRules(db)).publicUrl)
    })
    if (told !== null) await keep({ database, tenantId }, { channelId, subject, kind: 'digest', recipient, ...told })
  }
}

/** Lays down what groups are told of their unit, where their hour has come and something is late or due. */
export async function layDownGroups({ database, tenantId, catalogue }: Surroundings): Promise<void> {
  const now = database.clock.now()
  const desk = { catalogue: catalogue(), today: dayOf(now) }
  const robots = await database.read(tenantId, (db) => channelRows(db).where('kind', '<>', 'mail').where('switched_on', '=', true).execute())
  for (const { channel_id: channelId, unit_id: unitId, settings } of robots) {
    const { every, hour } = JSON.parse(settings) as RobotSettings
    if (unitId === null || hourOf(now) < hour || (every === 'week' && !isMonday(desk.today))) continue
    const subject = `group:${unitId}:${desk.today}`
    const told = await database.read(tenantId, async (db) => {
      if (await isLaidDown(db, channelId, subject)) return null
      const summary = await unitSummary(db, desk, unitId)
      return summary.late + summary.due === 0 ? null : groupWords(summary, (await outgoingRules(db)).publicUrl)
    })
    if (told !== null) await keep({ database, tenantId }, { channelId, subject, kind: 'group', recipient: null, ...told })
  }
}

/** Counts and titles of what is late or due within 7 days in a unit and below it; whose it is, is not said. */
async function unitSummary(db: Reader, { catalogue, today }: Desk, unitId: string) {
  const open = [...currentTasks(db, await below(db, [unitId])), isOpen]
  const late = [...open, sql<boolean>`late_from <= ${today}::date`]
  const due = [...open, sql<boolean>`late_from > ${today}::date`, sql<boolean>`due_on <= ${addDays(today, 7)}::date`]
  const words = dutyWords(catalogue)
  const tasks = [...(await selectTasks(db, late, { limit: 100 })), ...(await selectTasks(db, due, { limit: 100 }))]
  return {
    unit: (await lastUnits(db)).get(unitId)?.name ?? '',
    late: await countTasks(db, late),
    due: await countTasks(db, due),
    titles: [...new Set(tasks.map(({ duty }) => dutyNamed(words, duty).title))].slice(0, TITLES),
  }
}

async function keep({ database, tenantId }: Pick<Surroundings, 'database' | 'tenantId'>, thing: ToTell): Promise<void> {
  await database.write({ tenantId, actor: 'taizhang' }, (tx) => layDown(tx, [thing]))
}
