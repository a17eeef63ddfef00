import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { readSecrets } from './cluster.ts'
import { connectionUrl } from './endpoint.ts'
import { awaitReady, findPostmaster } from './postmaster.ts'

/**
 * The schema owner's connection URL of the server that runs in a data folder, whoever owns it; null when none runs.
 * Only whoever may read the cluster's passwords learns it.
 */
export async function runningOwnerUrl(dataDir: string): Promise<string | null> {
  const folder = join(await realpath(dataDir), 'postgres')
  const cluster = join(folder, 'cluster')
  if ((await findPostmaster(cluster)) === null) return null
  const { endpoint } = await awaitReady(cluster)
  return connectionUrl(endpoint, 'taizhang_owner', (await readSecrets(folder)).owner, 'taizhang')
}
