import { access, readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Invalid } from '../../platform/errors.ts'
import { keptCatalogue } from './kept-catalogue.ts'
import { mergePacks } from './merge.ts'
import { hashOfFiles, readPackFiles, type PackFiles } from './pack-files.ts'
import { parsePack } from './read-pack.ts'
import type { Catalogue } from './schema/pack.ts'

const SHIPPED = fileURLToPath(new URL('../../../packs', import.meta.url))

let loading: Promise<Catalogue> | null = null
let reading: Promise<PackFiles[]> | null = null

/**
 * The catalogue of the packs that come with the program; read once, since they do not change while it runs.
 *
 * @throws {Invalid} `pack-problems` when someone has broken a shipped pack
 */
export function shippedCatalogue(): Promise<Catalogue> {
  loading ??= loadShipped()
  return loading
}

/** The files of the packs that come with the program, read once as the catalogue is. */
export function shippedFiles(): Promise<PackFiles[]> {
  reading ??= shippedPacks().then((dirs) => Promise.all(dirs.map(readPackFiles)))
  return reading
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
  const files = await shippedFiles()
  const key = hashOfFiles(new Map(files.map(({ dir, texts }) => [path.basename(dir), hashOfFiles(texts)])))
  // Files that cannot be read are problems too, and then nothing is looked up.
  return files.some(({ problems }) => problems.length > 0) ? catalogueOf(files) : keptCatalogue(key, () => catalogueOf(files))
}

function catalogueOf(files: PackFiles[]): Catalogue {
  const { catalogue, problems } = mergePacks(files.map(parsePack))
  const first = problems[0]
  if (first !== undefined) {
    const place = `${path.relative(SHIPPED, first.file)}:${first.line}`
    throw new Invalid('pack-problems', `随程序提供的制度包有 ${problems.length} 处错误，第一处在 ${place}：${first.message}`, { problems })
  }
  return catalogue
}
