import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, 'dist', 'web')
const kept = join(root, 'dist', 'tried')
const hourMs = 3_600_000

/** The pages as the sources now are: those of the last build where nothing has changed since, else built once for all tests that run at the same time. */
export async function triedPages(): Promise<string> {
  const newestMs = Math.max(await newestIn(join(root, 'src')), (await stat(join(root, 'vite.config.ts'))).mtimeMs)
  if ((await changedAt(join(built, 'index.html'))) > newestMs) return built
  const folder = join(kept, String(Math.floor(newestMs)))
  await mkdir(kept, { recursive: true })
  if (await exists(folder)) return folder
  await forgetOld()
  const mine = `${folder}.${process.pid}`
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: mine } })
  await rename(mine, folder).catch(async (error: unknown) => {
    // Another test was faster; its pages are the same.
    await rm(mine, { recursive: true, force: true })
    if (!(await exists(folder))) throw error
  })
  return folder
}

async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const times = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => changedAt(join(entry.parentPath, entry.name))),
  )
  return Math.max(0, ...times)
}

async function forgetOld(): Promise<void> {
  for (const name of await readdir(kept)) {
    const found = await stat(join(kept, name)).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > hourMs) await rm(join(kept, name), { recursive: true, force: true })
  }
}

function changedAt(path: string): Promise<number> {
  return stat(path).then(({ mtimeMs }) => mtimeMs, () => 0)
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false)
}
