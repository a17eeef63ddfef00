import type { Database, Tx } from '../platform/database/database.ts'
import { openAccount } from '../modules/access/actions.ts'
import { addPerson } from '../modules/org/people.ts'
import { unitTree } from '../modules/org/tree.ts'
import { bureau, type Section } from './bureau.ts'

interface DemoAccount {
  login: string
  /** Invented. */
  name: string
  role: string
  /** A section; the bureau where left out, the whole body for an administrator. */
  section?: Section
}

/** One for every role, and one who works for a single section and sees only that. */
const demoAccounts: DemoAccount[] = [
  { login: 'jingban', name: '周晓兰', role: 'clerk' },
  { login: 'shenhe', name: '陈立群', role: 'reviewer' },
  { login: 'fuze', name: '高建章', role: 'head' },
  { login: 'jiancha', name: '沈一宁', role: 'inspector' },
  { login: 'guanli', name: '何书远', role: 'administrator' },
  { login: 'anquan', name: '罗小川', role: 'clerk', section: '安全监督科' },
]

/** Gives the demonstration its accounts, which have no password: whoever sits at this machine chooses one. */
export async function openDemoAccounts({ database, tenantId }: { database: Database; tenantId: number }): Promise<void> {
  const write = <T>(run: (tx: Tx) => Promise<T>) => database.write({ tenantId, actor: 'system' }, run)
  const { units, taken } = await database.read(tenantId, async (db) => ({
    units: await unitTree(db, { on: bureau.to }),
    taken: await db.selectFrom('accounts').select('login').where('tenant_id', '=', tenantId).execute(),
  }))
  const unitNamed = (name: string) => [...units.byId.values()].find((unit) => unit.name === name)?.unitId ?? null
  for (const { login, name, role, section } of demoAccounts) {
    if (taken.some((account) => account.login === login)) continue
    const { personId } = await write((tx) => addPerson(tx, { name }))
    const unitId = role === 'administrator' ? null : unitNamed(section ?? bureau.unit)
    await write((tx) => openAccount(tx, { login, personId, passwordHash: null, mustChangePassword: false, roles: [{ role, unitId }] }))
  }
}
