import path from 'node:path'
import { Invalid } from '../../platform/errors.ts'
import { checkBodies, writeBodies } from './check-body.ts'
import { mergePacks } from './merge.ts'
import type { PackProblem } from './problem.ts'
import { readPack, type ReadPack } from './read-pack.ts'
import type { Example } from './schema/example.ts'
import type { Catalogue } from './schema/pack.ts'
import { packsIn, shippedPacks } from './shipped.ts'

/** Enters the records of an example into an empty database and compares; a Chinese sentence for each difference. */
export type RunExample = (catalogue: Catalogue, example: Example) => Promise<string[]>

export type PackExample = Example & { id: string; file: string }

/**
 * Writes the report bodies of the pack in `dir` anew from their texts; returns the files that changed.
 *
 * @throws {Invalid} `pack-problems` while the pack has mistakes
 */
export async function renewBodies(dir: string): Promise<string[]> {
  const pack = await readPack(dir)
  const { catalogue, problems } = mergePacks([pack, ...(await packsNeededBy(pack))])
  const [first] = problems
  if (first !== undefined) throw new Invalid('pack-problems', `${first.file}:${first.line} ${first.message}`)
  return writeBodies(dir, catalogue)
}

/**
 * Every mistake of the pack in `dir`, with file and line. Packs it needs are looked for beside it, then among
 * those that come with the program. With `runExample`, its examples are run too, once all else is right.
 */
export async function checkPack(dir: string, runExample?: RunExample): Promise<PackProblem[]> {
  const pack = await readPack(dir)
  const { catalogue, problems } = mergePacks([pack, ...(await packsNeededBy(pack))])
  const own = problems.filter(({ file }) => isWithin(dir, file))
  if (problems.length > 0) return own.length > 0 ? own : problems
  const bodies = await checkBodies(dir, catalogue)
  if (bodies.length > 0 || runExample === undefined) return bodies
  return runAll(pack, catalogue, runExample)
}

/** The examples of the pack in `dir` that can be read, in file order. */
export async function examplesOf(dir: string): Promise<PackExample[]> {
  const { examples } = await readPack(dir)
  return examples.map(({ id, file, value }) => ({ ...value, id, file }))
}

async function packsNeededBy(pack: ReadPack): Promise<ReadPack[]> {
  const own = path.resolve(pack.dir)
  const nearby = (await packsIn(path.dirname(own))).filter((dir) => path.resolve(dir) !== own)
  const byId = new Map<string, string>()
  for (const dir of [...(await shippedPacks()), ...nearby]) byId.set(path.basename(dir), dir)
  byId.delete(path.basename(own))
  const needed = new Map<string, ReadPack>()
  const waiting = [...(pack.manifest?.value.needs ?? [])]
  for (const id of waiting) {
    const dir = byId.get(id)
    if (dir === undefined || needed.has(id)) continue
    const found = await readPack(dir)
    needed.set(id, found)
    waiting.push(...(found.manifest?.value.needs ?? []))
  }
  return [...needed.values()]
}

async function runAll(pack: ReadPack, catalogue: Catalogue, runExample: RunExample): Promise<PackProblem[]> {
  const problems: PackProblem[] = []
  for (const { file, value, lineOf } of pack.examples) {
    for (const difference of await runExample(catalogue, value)) {
      problems.push({ file, line: lineOf(['expect']), message: `${value.title}：${difference}` })
    }
  }
  return problems
}

function isWithin(dir: string, file: string): boolean {
  return !path.relative(dir, file).startsWith('..')
}
