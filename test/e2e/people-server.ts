import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { openDemoAccounts } from '../../src/demo/accounts.ts'
import { bureau } from '../../src/demo/bureau.ts'
import { createAccess } from '../../src/modules/access/access.ts'
import { openFirstAdministrator } from '../../src/modules/access/first-administrator.ts'
import { foundUnit } from '../../src/modules/org/actions.ts'
import { folderFileStore } from '../../src/platform/files/file-store.ts'
import { testDatabase } from '../helpers/database.ts'
import { triedPages } from './tried-pages.ts'

export interface PeopleServer {
  url: string
  /** What the program says at its start. */
  said: string[]
  stop(): Promise<void>
}

/** The real program: a demonstration with its bureau and accounts, or the first start of a body that has nothing yet. */
export async function startPeopleServer({ demo }: { demo: boolean }): Promise<PeopleServer> {
  const database = await testDatabase()
  // The browser forgets a session by its own clock.
  database.clock.set(new Date())
  const { tenantId } = database
  if (demo) await foundBureau()
  const said = demo ? [] : await openFirstAdministrator({ database, tenantId })
  if (demo) await openDemoAccounts({ database, tenantId })
  const app = await createApp({
    database,
    clock: database.clock,
    tenantId,
    files: folderFileStore(await mkdtemp(join(tmpdir(), 'taizhang-e2e-files-'))),
    access: createAccess({ database, tenantId, token: 'people' }),
    demo,
    webFolder: await triedPages(),
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    said,
    stop: async () => {
      await app.close()
      await database.close()
    },
  }

  async function foundBureau(): Promise<void> {
    const context = { tenantId, actor: 'system' }
    const { unitId: parentId } = await database.write(context, (tx) => foundUnit(tx, { name: bureau.unit, type: 'body', on: '2019-03-01' }))
    await database.write(context, async (tx) => {
      for (const name of bureau.sections) await foundUnit(tx, { name, type: 'section', parentId, on: '2019-03-01' })
      await foundUnit(tx, { name: '意识形态工作领导小组', type: 'group', parentId, foundingDocument: '云交党〔2024〕3号', on: '2024-01-08' })
    })
  }
}
