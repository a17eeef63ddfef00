import path from 'node:path'
import type { z } from 'zod'
import { readPackFiles, type PackFiles } from './pack-files.ts'
import type { PackProblem } from './problem.ts'
import { CalendarFile } from './schema/calendar.ts'
import { Id } from './schema/common.ts'
import { Duty } from './schema/duty.ts'
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

/** One pack as read: every entry that parses, and a problem for each that does not. */
export interface ReadPack {
  dir: string
  manifest: YamlFile<PackManifest> | null
  kinds: PackEntry<Kind>[]
  metrics: PackEntry<Metric>[]
  vocabularies: PackEntry<Vocabulary>[]
  duties: PackEntry<Duty>[]
  /** The id is the year. */
  calendars: PackEntry<CalendarFile>[]
  examples: PackEntry<Example>[]
  reports: PackReport[]
  problems: PackProblem[]
}

/** Reads a pack folder. */
export async function readPack(dir: string): Promise<ReadPack> {
  return parsePack(await readPackFiles(dir))
}

/** Parses the files of a pack, wherever they were kept. */
export function parsePack(files: PackFiles): ReadPack {
  const { dir } = files
  const problems = [...files.problems]
  const manifestFile = path.join(dir, 'pack.yaml')
  const text = files.texts.get('pack.yaml')
  const manifest = text === undefined ? null : parseYaml(manifestFile, text, PackManifest, problems)
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
    kinds: parseFolder(files, 'kinds', Kind, problems),
    metrics: parseFolder(files, 'metrics', Metric, problems),
    vocabularies: parseFolder(files, 'vocabularies', Vocabulary, problems),
    duties: parseFolder(files, 'duties', Duty, problems),
    calendars: parseFolder(files, 'calendars', CalendarFile, problems, year),
    examples: parseFolder(files, 'examples', Example, problems),
    reports: parseReports(files, problems),
    problems,
  }
}

/** Names of the files of a folder, which are the ids of its entries. */
interface Naming {
  accepts(id: string): boolean
  refusal: string
}

const kebab: Naming = {
  accepts: (id) => Id.safeParse(id).success,
  refusal: '文件名应为小写英文、数字和连字符，并以 .yaml 结尾；文件名就是标识',
}

const year: Naming = {
  accepts: (id) => /^(19|20)\d\d$/.test(id),
  refusal: '日历文件以年份命名，如 2026.yaml',
}

function parseFolder<T>({ dir, texts }: PackFiles, folder: string, schema: z.ZodType<T>, problems: PackProblem[], naming = kebab): PackEntry<T>[] {
  const entries: PackEntry<T>[] = []
  for (const [place, text] of texts) {
    if (!place.startsWith(`${folder}/`)) continue
    const file = path.join(dir, place)
    const name = place.slice(folder.length + 1)
    const id = name.replace(/\.yaml$/, '')
    if (!name.endsWith('.yaml') || !naming.accepts(id)) {
      problems.push({ file, line: 1, message: naming.refusal })
      continue
    }
    const entry = parseYaml(file, text, schema, problems)
    if (entry !== null) entries.push({ ...entry, id })
  }
  return entries
}

function parseReports({ dir, texts }: PackFiles, problems: PackProblem[]): PackReport[] {
  const reports: PackReport[] = []
  for (const [place, text] of texts) {
    const id = /^reports\/([^/]+)\/template\.yaml$/.exec(place)?.[1]
    if (id === undefined) continue
    const body = texts.get(`reports/${id}/body.md`)
    const entry = parseYaml(path.join(dir, place), text, ReportTemplate, problems)
    if (entry !== null && body !== undefined) reports.push({ ...entry, id, bodyFile: path.join(dir, 'reports', id, 'body.md'), body })
  }
  return reports
}
