import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PackProblem } from './problem.ts'
import { writeReportBody } from './report-body.ts'
import { reportsOf } from './report-template.ts'
import type { Catalogue } from './schema/pack.ts'

/** Report bodies of the pack in `dir` that are missing or no longer say what `body.md` and `template.yaml` say. */
export async function checkBodies(dir: string, catalogue: Catalogue): Promise<PackProblem[]> {
  const stale = await staleBodies(dir, catalogue)
  const message = `与同文件夹的 body.md、template.yaml 不一致，请运行 bin/pack-bodies ${dir} 重新写出`
  return stale.map(({ file }) => ({ file, line: 1, message }))
}

/** Writes anew every report body of the pack in `dir` that is not as its text says; returns the files written. */
export async function writeBodies(dir: string, catalogue: Catalogue): Promise<string[]> {
  const stale = await staleBodies(dir, catalogue)
  await Promise.all(stale.map(({ file, bytes }) => writeFile(file, bytes)))
  return stale.map(({ file }) => file)
}

async function staleBodies(dir: string, catalogue: Catalogue) {
  const reports = await reportsOf(dir, catalogue)
  const bodies = reports.map((report) => ({ file: path.join(dir, 'reports', report.id, 'body.docx'), bytes: writeReportBody(report) }))
  const standing = await Promise.all(bodies.map(({ file }) => readFile(file).catch(() => null)))
  return bodies.filter(({ bytes }, index) => standing[index]?.equals(bytes) !== true)
}
