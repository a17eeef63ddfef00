import { access, readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Invalid } from '../../platform/errors.ts'
import { loadPacks } from './loader.ts'
import type { Catalogue } from './schema/pack.ts'

const SHIPPED = fileURLToPath(new URL('../../../packs', import.meta.url))

let loading: Promise<Catalogue> | null = null

/**
 * The catalogue of the packs that come with the program; read once, since they do not change while it runs.
 *
 * @throws {Invalid} `pack-problems` when someone has broken a shipped pack
 */
export function shippedCatalogue(): Promise<Catalogue> {
  loading ??= loadShipped()
  return loading
}

/** The folders of the packs that come with the program. */
export function shippedPacks(): Promise<string[]> {
  return packsIn(SHIPPED)
}

/** The folders directly under `folder` that are packs, in name order; none when there is no such folder. */
export async function packsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const dirs = names.toSorted().map((name) => path.join(folder, name))
  const found = await Promise.all(dirs.map((dir) => access(path.join(dir, 'pack.yaml')).then(() => true, () => false)))
  return dirs.filter((_, index) => found[index])
}

async function loadShipped(): Promise<Catalogue> {
  const { catalogue, problems } = await loadPacks(await shippedPacks())
  const first = problems[0]
  if (first !== undefined) {
    const place = `${path.relative(SHIPPED, first.file)}:${first.line}`
    throw new Invalid('pack-problems', `随程序提供的制度包有 ${problems.length} 处错误，第一处在 ${place}：${first.message}`, { problems })
  }
  return catalogue
}
