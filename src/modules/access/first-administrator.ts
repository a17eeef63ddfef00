import type { Database } from '../../platform/database/database.ts'
import { hasAdministrator, openAccount } from './actions.ts'
import { hashPassword, oneTimePassword } from './password.ts'

/**
 * Opens the first administrator where nobody is one yet, and answers what to print: the one-time password is told
 * here and nowhere else, and must be changed at the first sign-in.
 */
export async function openFirstAdministrator({ database, tenantId }: { database: Database; tenantId: number }): Promise<string[]> {
  if (await database.read(tenantId, hasAdministrator)) return []
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const login = await database.write({ tenantId, actor: 'system' }, async (tx) => {
    const taken = await tx.selectFrom('accounts').select('login').where('tenant_id', '=', tenantId).execute()
    const free = ['admin', ...taken.map((_, index) => `admin${index + 2}`)].find((name) => !taken.some(({ login: used }) => used === name)) ?? 'admin'
    await openAccount(tx, { login: free, personId: null, passwordHash, mustChangePassword: true, roles: [{ role: 'administrator', unitId: null }] })
    return free
  })
  return ['已建立第一个管理员账户。一次性密码只显示这一次，首次登录时须改成自己的密码：', `  登录名：${login}`, `  一次性密码：${password}`]
}
