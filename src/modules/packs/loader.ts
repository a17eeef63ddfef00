import { mergePacks } from './merge.ts'
import type { PackProblem } from './problem.ts'
import { readPack } from './read-pack.ts'
import type { Catalogue } from './schema/pack.ts'

/**
 * Reads and merges the packs of these folders. The catalogue holds every entry that could be read, in the order
 * of needs; use it only when there are no problems.
 */
export async function loadPacks(dirs: string[]): Promise<{ catalogue: Catalogue; problems: PackProblem[] }> {
  return mergePacks(await Promise.all(dirs.map((dir) => readPack(dir))))
}
