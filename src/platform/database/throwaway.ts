import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import type { Clock } from '../clock.ts'
import { createTenant } from '../events/tenants.ts'
import { openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { makeTemporaryFolder } from './embedded/data-folder.ts'
import { startEmbedded } from './embedded/start.ts'

/** A database that lives as long as the command that needs it. */
export interface ThrowAway extends Database {
  tenantId: number
}

/** Opens an empty database with one tenant in a temporary folder, which `close` removes. Nothing is synced to disk. */
export async function openThrowAway({ clock }: { clock: Clock }): Promise<ThrowAway> {
  const folder = await makeTemporaryFolder('taizhang-')
  const server = await startEmbedded({ dataDir: folder, durable: false })
  const relieve = standGuard(folder)
  const remove = async () => {
    await server.stop()
    relieve()
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
  try {
    const database = await openDatabase({ url: server.url, ownerUrl: server.ownerUrl, clock })
    const tenantId = await createTenant(database, { name: '临时台账' })
    return {
      ...database,
      tenantId,
      close: async () => {
        await database.close()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/**
 * A program killed with -9 cannot clean up, and its server lives in a session of its own. So a shell waits for the
 * end of its input, which the program's death closes, then ends the server and removes the folder.
 */
function standGuard(folder: string): () => void {
  if (process.platform === 'win32') return () => {}
  const script = 'read -r relieved && exit 0; kill -QUIT "$(head -n 1 "$1/postgres/cluster/postmaster.pid")"; sleep 1; rm -rf "$1"'
  const guard = spawn('/bin/sh', ['-c', script, 'sh', folder], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell there is no guard; the folder then waits for the system's own cleaning of temporary files.
  guard.on('error', () => undefined)
  guard.unref()
  const input = guard.stdin
  if ('unref' in input && typeof input.unref === 'function') input.unref()
  return () => input.end('relieved\n')
}
