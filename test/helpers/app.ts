import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App } from '../../src/app.ts'
import { insideTransport } from '../../src/inside-transport.ts'
import { createAccess } from '../../src/modules/access/access.ts'
import type { Transport } from '../../src/platform/contract/client.ts'
import { folderFileStore } from '../../src/platform/files/file-store.ts'
import { testDatabase } from './database.ts'

export const testToken = 'test-token'

let shared: Promise<App> | undefined

/** The application over a database of its own; one for the whole test file. */
export function testApp(): Promise<App> {
  shared ??= buildTestApp()
  return shared
}

export async function buildTestApp(): Promise<App> {
  const database = await testDatabase()
  return createApp({
    database,
    clock: database.clock,
    tenantId: database.tenantId,
    files: folderFileStore(await mkdtemp(join(tmpdir(), 'taizhang-test-files-'))),
    access: createAccess({ tenantId: database.tenantId, token: testToken, demo: false }),
    demo: false,
  })
}

/** Requests as the administrator. */
export function administratorOf(app: App): Transport {
  return insideTransport(app, testToken)
}
