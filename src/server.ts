import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp, type App } from './app.ts'
import { openData, type OpenedData } from './data-folder.ts'
import { openDemoAccounts } from './demo/accounts.ts'
import { createAccess } from './modules/access/access.ts'
import { openFirstAdministrator } from './modules/access/first-administrator.ts'
import { shippedCatalogue } from './modules/packs/shipped.ts'
import type { Catalogue } from './modules/packs/schema/pack.ts'
import type { Clock } from './platform/clock.ts'
import { Conflict } from './platform/errors.ts'
import { serverFile } from './server-file.ts'
import { builtPages } from './web-build.ts'

export interface RunningServer {
  url: string
  app: App
  data: OpenedData
  catalogue: Catalogue
  stop(): Promise<void>
}

interface Options {
  requested: string | undefined
  port: number
  demo: boolean
  clock: Clock
  tell(line: string): void
  /** Work to do on the opened data before anyone is served. */
  prepare?(data: OpenedData, catalogue: Catalogue): Promise<void>
}

/** Opens the data, starts the application and listens on this machine only. */
export async function startServer({ requested, port, demo, clock, tell, prepare }: Options): Promise<RunningServer> {
  const webFolder = await builtPages(tell)
  const data = await openData({ requested, demo, clock })
  try {
    for (const note of data.notes) tell(note)
    const catalogue = await shippedCatalogue()
    await prepare?.(data, catalogue)
    if (data.demo) await openDemoAccounts(data)
    else for (const line of await openFirstAdministrator(data)) tell(line)
    const app = await createApp({ ...data, clock, access: createAccess(data), ...(webFolder === undefined ? {} : { webFolder }) })
    const url = await listen(app, port)
    const marker = join(data.dataDir, serverFile)
    await writeFile(marker, JSON.stringify({ url, token: data.token, pid: process.pid }), { mode: 0o600 })
    return {
      url,
      app,
      data,
      catalogue,
      stop: async () => {
        await rm(marker, { force: true })
        await app.close()
        await data.close()
      },
    }
  } catch (error) {
    await data.close()
    throw error
  }
}

async function listen(app: App, port: number): Promise<string> {
  try {
    return await app.listen({ host: '127.0.0.1', port })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Conflict('port-in-use', `端口 ${port} 已被占用。请用 --port 换一个，例如 --port ${port + 1}。`)
  }
}
