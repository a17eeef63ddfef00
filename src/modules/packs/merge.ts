import { Invalid } from '../../platform/errors.ts'
import { checkCalendar } from './check-calendar.ts'
import { checkDuty } from './check-duty.ts'
import { checkExample } from './check-example.ts'
import { checkKind } from './check-kind.ts'
import { checkMetric } from './check-metric.ts'
import { checkReport } from './check-report.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import type { PackProblem } from './problem.ts'
import type { PackEntry, ReadPack } from './read-pack.ts'
import { emptyCatalogue, type Catalogue } from './schema/pack.ts'
import { scopeOf, type Scope } from './scope.ts'

/** Merges packs into one catalogue, needed packs first, and reports every mistake in and between them. */
export function mergePacks(packs: ReadPack[]): { catalogue: Catalogue; problems: PackProblem[] } {
  const problems = packs.flatMap((pack) => pack.problems)
  const byId = packsById(packs, problems)
  const ordered = inOrderOfNeed([...byId.values()], byId, problems)
  const catalogue = emptyCatalogue()
  const files = new Map<string, string>()
  for (const pack of ordered) {
    const manifest = pack.manifest?.value
    if (manifest === undefined) continue
    catalogue.packs.push({ id: manifest.id, version: manifest.version, title: manifest.title })
    addEntries(pack, { catalogue, pack: manifest.id, files, problems })
    problems.push(...mistakesIn(pack, scopeOf(pack, byId)))
  }
  return { catalogue, problems: problems.toSorted(byPlace) }
}

/**
 * A catalogue with one more pack on top, which may refer to everything below it without naming its needs.
 *
 * @throws {Invalid} `pack-problems` with `details.problems` when that pack has mistakes
 */
export function mergeOnto(base: Catalogue, pack: ReadPack): Catalogue {
  const problems = [...pack.problems]
  const manifest = pack.manifest?.value
  const catalogue: Catalogue = {
    packs: [...base.packs], kinds: new Map(base.kinds), metrics: new Map(base.metrics), vocabularies: new Map(base.vocabularies),
    duties: new Map(base.duties), calendars: new Map(base.calendars),
  }
  if (manifest !== undefined) {
    catalogue.packs.push({ id: manifest.id, version: manifest.version, title: manifest.title })
    const files = new Map(
      namedOnce.flatMap((folder) => [...base[folder]].map(([id, entry]) => [`${folder}/${id}`, `制度包 ${entry.pack}`])),
    )
    addEntries(pack, { catalogue, pack: manifest.id, files, problems })
    problems.push(...mistakesIn(pack, catalogue))
  }
  const [first] = problems.toSorted(byPlace)
  if (first === undefined) return catalogue
  throw new Invalid('pack-problems', `制度包有 ${problems.length} 处错误，第一处在 ${first.file} 第 ${first.line} 行：${first.message}`, { problems: problems.toSorted(byPlace) })
}

function packsById(packs: ReadPack[], problems: PackProblem[]): Map<string, ReadPack> {
  const byId = new Map<string, ReadPack>()
  for (const pack of packs) {
    if (pack.manifest === null) continue
    const { file, value, lineOf } = pack.manifest
    const other = byId.get(value.id)
    if (other === undefined) byId.set(value.id, pack)
    else problems.push({ file, line: lineOf(['id']), message: `制度包“${value.id}”已在 ${other.dir} 中，两者只能用一个` })
  }
  return byId
}

/** Depth first, so that a pack comes after all it needs; a need that closes a circle is reported and not followed. */
function inOrderOfNeed(packs: ReadPack[], byId: ReadonlyMap<string, ReadPack>, problems: PackProblem[]): ReadPack[] {
  const ordered: ReadPack[] = []
  const done = new Set<ReadPack>()
  const visit = (pack: ReadPack, way: ReadPack[]) => {
    if (done.has(pack)) return
    const manifest = pack.manifest
    manifest?.value.needs.forEach((id, index) => {
      const needed = byId.get(id)
      const say = (message: string) => problems.push({ file: manifest.file, line: manifest.lineOf(['needs', index]), message })
      if (needed === undefined) say(`需要制度包“${id}”，但没有找到它`)
      else if (needed === pack || way.includes(needed)) say(`needs 成了环：${[...way, pack, needed].map(nameOf).join(' → ')}`)
      else visit(needed, [...way, pack])
    })
    done.add(pack)
    ordered.push(pack)
  }
  for (const pack of packs) visit(pack, [])
  return ordered
}

function nameOf(pack: ReadPack): string {
  return pack.manifest?.value.id ?? pack.dir
}

/** What a pack on top may not bring a second time; its calendar of a year takes the place of the one below. */
const namedOnce = ['kinds', 'metrics', 'vocabularies', 'duties'] as const

interface Merging {
  catalogue: Catalogue
  pack: string
  /** Where each id of each folder was found, for telling of a second one. */
  files: Map<string, string>
  problems: PackProblem[]
}

function addEntries(read: ReadPack, merging: Merging): void {
  const { catalogue } = merging
  add(read.kinds, catalogue.kinds, 'kinds', merging)
  add(read.metrics, catalogue.metrics, 'metrics', merging)
  add(read.vocabularies, catalogue.vocabularies, 'vocabularies', merging)
  add(read.duties, catalogue.duties, 'duties', merging)
  add(read.calendars, catalogue.calendars, 'calendars', merging)
}

/** Ids are unique over all packs: a record names its kind, and a figure its metric, without a pack before it. */
function add<T>(entries: PackEntry<T>[], into: Map<string, T & { id: string; pack: string }>, folder: string, { pack, files, problems }: Merging): void {
  for (const { id, file, value } of entries) {
    const other = files.get(`${folder}/${id}`)
    if (other !== undefined) {
      problems.push({ file, line: 1, message: `标识“${id}”已被 ${other} 使用，请换一个文件名` })
      continue
    }
    files.set(`${folder}/${id}`, file)
    into.set(id, { ...value, id, pack })
  }
}

function mistakesIn(pack: ReadPack, scope: Scope): PackProblem[] {
  return [
    ...pack.vocabularies.flatMap((vocabulary) => checkVocabulary(vocabulary)),
    ...pack.kinds.flatMap((kind) => checkKind(kind, scope)),
    ...pack.metrics.flatMap((metric) => checkMetric(metric, scope)),
    ...pack.duties.flatMap((duty) => checkDuty(duty, scope)),
    ...pack.calendars.flatMap((calendar) => checkCalendar(calendar)),
    ...pack.examples.flatMap((example) => checkExample(example, scope)),
    ...pack.reports.flatMap((report) => checkReport(report, scope)),
  ]
}

function byPlace(a: PackProblem, b: PackProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line
}
