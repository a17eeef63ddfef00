import type { Database, Tx } from '../platform/database/database.ts'
import { openAccount } from '../modules/access/actions.ts'
import { addPerson } from '../modules/org/people.ts'
import { fillPost } from '../modules/org/posts.ts'
import type { Responsibility } from '../modules/org/rules.ts'
import { unitTree } from '../modules/org/tree.ts'
import { bureau, type Section } from './bureau.ts'

interface DemoPerson {
  /** Invented. */
  name: string
  posts: [unit: string, title: string, responsibility?: Responsibility][]
  account?: { login: string; role: string; section?: Section }
}

const group = '意识形态工作领导小组'

/** One account for every role, and one who works for a single section and sees only that. */
const people: DemoPerson[] = [
  { name: '高建章', posts: [[bureau.unit, '党组书记、局长', 'first'], [group, '组长']], account: { login: 'fuze', role: 'head' } },
  { name: '陈立群', posts: [[bureau.unit, '党组成员、副局长', 'direct'], [group, '副组长']], account: { login: 'shenhe', role: 'reviewer' } },
  { name: '何书远', posts: [[bureau.unit, '副局长', 'dual'], [group, '成员']], account: { login: 'guanli', role: 'administrator' } },
  { name: '沈一宁', posts: [[bureau.unit, '派驻纪检监察组组长']], account: { login: 'jiancha', role: 'inspector' } },
  { name: '周晓兰', posts: [['办公室', '经办人']], account: { login: 'jingban', role: 'clerk' } },
  { name: '罗小川', posts: [['安全监督科', '经办人']], account: { login: 'anquan', role: 'clerk', section: '安全监督科' } },
  { name: '江若彤', posts: [['办公室', '主任', 'dual'], [group, '成员']] },
  { name: '唐知白', posts: [['党建人事科', '科长', 'dual'], [group, '成员']] },
  { name: '孟繁星', posts: [['运输管理科', '科长', 'dual']] },
  { name: '邵景行', posts: [['工程建设科', '科长', 'dual']] },
  { name: '柳逢春', posts: [['安全监督科', '科长', 'dual']] },
  { name: '贺长风', posts: [['交通执法支队', '支队长', 'dual'], [group, '成员']] },
]

const since = '2024-01-08'

/** Gives the demonstration its people, who hold the posts of the bureau, and their accounts, which have no password. */
export async function openDemoAccounts({ database, tenantId }: { database: Database; tenantId: number }): Promise<void> {
  const write = <T>(run: (tx: Tx) => Promise<T>) => database.write({ tenantId, actor: 'system' }, run)
  const { units, known } = await database.read(tenantId, async (db) => ({
    units: await unitTree(db, { on: bureau.to }),
    known: await db.selectFrom('persons').select('name').where('tenant_id', '=', tenantId).execute(),
  }))
  const unitNamed = (name: string) => [...units.byId.values()].find((unit) => unit.name === name)?.unitId
  for (const { name, posts, account } of people.filter((person) => !known.some((other) => other.name === person.name))) {
    const { personId } = await write((tx) => addPerson(tx, { name }))
    await write(async (tx) => {
      for (const [unit, title, responsibility] of posts) {
        const unitId = unitNamed(unit)
        if (unitId !== undefined) await fillPost(tx, { unitId, personId, title, responsibility: responsibility ?? null, on: since })
      }
      if (account === undefined) return
      const { login, role, section } = account
      const unitId = role === 'administrator' ? null : (unitNamed(section ?? bureau.unit) ?? null)
      await openAccount(tx, { login, personId, passwordHash: null, mustChangePassword: false, roles: [{ role, unitId }] })
    })
  }
}
