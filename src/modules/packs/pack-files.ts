import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PackProblem } from './problem.ts'

/** The text files of a pack by their path inside it, always with `/`: `kinds/meeting.yaml`. `dir` is what problems name. */
export interface PackFiles {
  dir: string
  texts: ReadonlyMap<string, string>
  problems: PackProblem[]
}

export const entryFolders = ['kinds', 'metrics', 'vocabularies', 'duties', 'calendars', 'examples'] as const

export const maxFileBytes = 256 * 1024
export const maxFilesPerFolder = 1000

/** Reads the files of a pack folder; sizes and counts are checked before anything is read. */
export async function readPackFiles(dir: string): Promise<PackFiles> {
  const problems: PackProblem[] = []
  const texts = new Map<string, string>()
  const keep = async (name: string) => {
    const text = await readBounded(path.join(dir, name), problems)
    if (text !== null) texts.set(name, text)
  }
  await keep('pack.yaml')
  for (const folder of entryFolders) {
    for (const name of await namesIn(path.join(dir, folder), problems)) await keep(`${folder}/${name}`)
  }
  for (const id of await namesIn(path.join(dir, 'reports'), problems)) {
    await keep(`reports/${id}/template.yaml`)
    await keep(`reports/${id}/body.md`)
  }
  return { dir, texts, problems }
}

/** SHA-256 over paths and texts, so that a version whose text was changed without a new number is noticed. */
export function hashOfFiles(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const name of [...texts.keys()].toSorted()) hash.update(JSON.stringify([name, texts.get(name)]))
  return hash.digest('hex')
}

/** File names in byte order, so that problems come in the same order everywhere; none when there is no such folder. */
async function namesIn(folder: string, problems: PackProblem[]): Promise<string[]> {
  const found = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')).toSorted()
  if (found.length <= maxFilesPerFolder) return found
  problems.push({ file: folder, line: 1, message: `有 ${found.length} 个文件，最多 ${maxFilesPerFolder} 个` })
  return []
}

async function readBounded(file: string, problems: PackProblem[]): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  if (found === null || !found.isFile()) {
    problems.push({ file, line: 1, message: '没有这个文件' })
    return null
  }
  if (found.size > maxFileBytes) {
    problems.push({ file, line: 1, message: `文件大小 ${found.size} 字节，最多 ${maxFileBytes} 字节` })
    return null
  }
  return readFile(file, 'utf8')
}
