import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'dist', 'web')

/** The folder of built pages, built anew when a source is newer; undefined where the build tool is not installed. */
export async function builtPages(tell: (line: string) => void): Promise<string | undefined> {
  const built = await changedAt(join(target, 'index.html'))
  const sources = await Promise.all([newestIn(join(root, 'src')), changedAt(join(root, 'vite.config.ts'))])
  if (built !== null && built > Math.max(...sources.map((time) => time ?? 0))) return target
  if (!existsSync(join(root, 'node_modules', 'vite'))) return built === null ? undefined : target
  tell('正在生成页面…')
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  return target
}

async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sources = entries.filter((entry) => entry.isFile() && /[\\/]web([\\/]|$)|contract/.test(join(entry.parentPath, entry.name)))
  const times = await Promise.all(sources.map((entry) => changedAt(join(entry.parentPath, entry.name))))
  return Math.max(0, ...times.map((time) => time ?? 0))
}

async function changedAt(path: string): Promise<number | null> {
  return stat(path).then((found) => found.mtimeMs, () => null)
}
