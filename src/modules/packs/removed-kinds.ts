import type { Reader } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import type { PackProblem } from './problem.ts'
import { localPack } from './local.ts'

/** How many records each of some kinds has; the records module's part in changing packs. */
export type RecordsOfKinds = (db: Reader, kinds: string[]) => Promise<Map<string, number>>

/** Kinds that a change takes away although records stand under them: nothing could read those any more. */
export async function keptKinds(db: Reader, recordsOfKinds: RecordsOfKinds, files: Record<string, string | null>): Promise<PackProblem[]> {
  const removed = Object.entries(files).flatMap(([path, text]) => {
    const id = /^kinds\/(.+)\.yaml$/.exec(path)?.[1]
    return text === null && id !== undefined ? [id] : []
  })
  const records = await recordsOfKinds(db, removed)
  return removed.flatMap((id) => {
    const count = records.get(id) ?? 0
    return count === 0 ? [] : [{ file: `${localPack}/kinds/${id}.yaml`, line: 1, message: `台账类型“${id}”已有 ${count} 条记录，不能删去：删去后这些记录就没有办法读了。不再使用的类型可以留着。` }]
  })
}

/** @throws {Invalid} `kind-has-records` with `details.problems` */
export async function refuseRemovingKept(db: Reader, recordsOfKinds: RecordsOfKinds, files: Record<string, string | null>): Promise<void> {
  const problems = await keptKinds(db, recordsOfKinds, files)
  const [first] = problems
  if (first !== undefined) throw new Invalid('kind-has-records', first.message, { problems })
}
