import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import type { PackProblem } from './problem.ts'
import { Id } from './schema/common.ts'
import { Example } from './schema/example.ts'
import { Kind } from './schema/kind.ts'
import { Metric } from './schema/metric.ts'
import { PackManifest } from './schema/pack.ts'
import { ReportTemplate } from './schema/report-template.ts'
import { Vocabulary } from './schema/vocabulary.ts'
import { parseYaml, type YamlFile } from './yaml-file.ts'

export interface PackEntry<T> extends YamlFile<T> {
  id: string
}

/** A report template with the text that its marks stand in. */
export interface PackReport extends PackEntry<ReportTemplate> {
  bodyFile: string
  body: string
}

/** One pack folder as read: every entry that parses, and a problem for each that does not. */
export interface ReadPack {
  dir: string
  manifest: YamlFile<PackManifest> | null
  kinds: PackEntry<Kind>[]
  metrics: PackEntry<Metric>[]
  vocabularies: PackEntry<Vocabulary>[]
  examples: PackEntry<Example>[]
  reports: PackReport[]
  problems: PackProblem[]
}

const MAX_FILE_BYTES = 256 * 1024
const MAX_FILES_PER_FOLDER = 1000

/** Reads a pack folder; sizes and counts are checked before anything is read. */
export async function readPack(dir: string): Promise<ReadPack> {
  const problems: PackProblem[] = []
  const manifestFile = path.join(dir, 'pack.yaml')
  const text = await readBounded(manifestFile, problems)
  const manifest = text === null ? null : parseYaml(manifestFile, text, PackManifest, problems)
  if (manifest !== null && manifest.value.id !== path.basename(path.resolve(dir))) {
    problems.push({
      file: manifestFile,
      line: manifest.lineOf(['id']),
      message: `id 是“${manifest.value.id}”，文件夹名是“${path.basename(path.resolve(dir))}”，两者应当相同`,
    })
  }
  return {
    dir,
    manifest,
    kinds: await readFolder(dir, 'kinds', Kind, problems),
    metrics: await readFolder(dir, 'metrics', Metric, problems),
    vocabularies: await readFolder(dir, 'vocabularies', Vocabulary, problems),
    examples: await readFolder(dir, 'examples', Example, problems),
    reports: await readReports(dir, problems),
    problems,
  }
}

async function readFolder<T>(dir: string, folder: string, schema: z.ZodType<T>, problems: PackProblem[]): Promise<PackEntry<T>[]> {
  const where = path.join(dir, folder)
  const names = await namesIn(where)
  if (names.length > MAX_FILES_PER_FOLDER) {
    problems.push({ file: where, line: 1, message: `有 ${names.length} 个文件，最多 ${MAX_FILES_PER_FOLDER} 个` })
    return []
  }
  const entries: PackEntry<T>[] = []
  for (const name of names) {
    const file = path.join(where, name)
    const id = name.replace(/\.yaml$/, '')
    if (!name.endsWith('.yaml') || !Id.safeParse(id).success) {
      problems.push({ file, line: 1, message: '文件名应为小写英文、数字和连字符，并以 .yaml 结尾；文件名就是标识' })
      continue
    }
    const text = await readBounded(file, problems)
    const entry = text === null ? null : parseYaml(file, text, schema, problems)
    if (entry !== null) entries.push({ ...entry, id })
  }
  return entries
}

async function readReports(dir: string, problems: PackProblem[]): Promise<PackReport[]> {
  const where = path.join(dir, 'reports')
  const names = await namesIn(where)
  const reports: PackReport[] = []
  for (const id of names.slice(0, MAX_FILES_PER_FOLDER)) {
    const file = path.join(where, id, 'template.yaml')
    const bodyFile = path.join(where, id, 'body.md')
    const text = await readBounded(file, problems)
    const body = await readBounded(bodyFile, problems)
    const entry = text === null ? null : parseYaml(file, text, ReportTemplate, problems)
    if (entry !== null && body !== null) reports.push({ ...entry, id, bodyFile, body })
  }
  return reports
}

/** File names in byte order, so that problems come in the same order everywhere; none when there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => [])
  return found.filter((name) => !name.startsWith('.')).toSorted()
}

async function readBounded(file: string, problems: PackProblem[]): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  if (found === null || !found.isFile()) {
    problems.push({ file, line: 1, message: '没有这个文件' })
    return null
  }
  if (found.size > MAX_FILE_BYTES) {
    problems.push({ file, line: 1, message: `文件大小 ${found.size} 字节，最多 ${MAX_FILE_BYTES} 字节` })
    return null
  }
  return readFile(file, 'utf8')
}
