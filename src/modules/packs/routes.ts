import type { z } from 'zod'
import type { Database } from '../../platform/database/database.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { route, type Principal, type Route } from '../../platform/http/server.ts'
import { changeLocalPack, checkLocalPack, listPacks, listTemplates, readCatalogue, readLocalPack, readUpgrade, rollBackPack, upgradePack, type PackSummary } from './contract.ts'
import { earlierPacks } from './adoption.ts'
import { differenceWords } from './difference-words.ts'
import type { PacksInForce } from './in-force.ts'
import { localPack } from './local.ts'
import type { PackProblem } from './problem.ts'
import { parsePack } from './read-pack.ts'
import { keptKinds, refuseRemovingKept, type RecordsOfKinds } from './removed-kinds.ts'
import { templatesIn } from './templates-in.ts'

interface Surroundings {
  database: Database
  packs: PacksInForce
  recordsOfKinds: RecordsOfKinds
  /** What follows from other rules being in force; nobody waits for it. */
  afterChange(actor: string): void
}

export function packRoutes({ database, packs, recordsOfKinds, afterChange }: Surroundings): Route[] {
  const change = async <T>({ tenantId, name }: Principal, run: (tx: Parameters<PacksInForce['changeLocal']>[0]) => Promise<T>): Promise<T> => {
    const outcome = await database.write({ tenantId, actor: name }, run)
    await packs.renew()
    afterChange(name)
    return outcome
  }
  return [
    route(listPacks, async ({ principal }) => {
      const earlier = await database.read(principal.tenantId, earlierPacks)
      return { packs: packs.catalogue().packs.map(({ id }) => summaryOf(packs, id, earlier)) }
    }),
    route(readCatalogue, async () => {
      const { kinds, metrics, vocabularies } = packs.catalogue()
      return { kinds: [...kinds.values()], metrics: [...metrics.values()], vocabularies: [...vocabularies.values()] }
    }),
    route(listTemplates, async () => ({ templates: templatesIn([...packs.adopted().values()]) })),
    route(readUpgrade, async ({ params }) => differences(packs, params.pack)),
    route(upgradePack, async ({ params, body, principal }) => {
      differences(packs, params.pack)
      await change(principal, (tx) => packs.upgrade(tx, { pack: params.pack, from: body.from }))
      return summaryOf(packs, params.pack, await database.read(principal.tenantId, earlierPacks))
    }),
    route(rollBackPack, async ({ params, body, principal }) => {
      await change(principal, (tx) => packs.rollBack(tx, { pack: params.pack, from: body.from }))
      return summaryOf(packs, params.pack, await database.read(principal.tenantId, earlierPacks))
    }),
    route(readLocalPack, async () => {
      const local = packs.adopted().get(localPack)
      const files = [...(local?.texts ?? [])].filter(([path]) => path !== 'pack.yaml').map(([path, text]) => ({ path, text }))
      return { version: local?.version ?? null, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }
    }),
    route(checkLocalPack, async ({ body, principal }) => {
      const kept = await database.read(principal.tenantId, (db) => keptKinds(db, recordsOfKinds, body.files))
      return { problems: [...kept, ...(await problemsOf(packs, body.files))] }
    }),
    route(changeLocalPack, async ({ body, principal }) => {
      await change(principal, async (tx) => {
        await refuseRemovingKept(tx, recordsOfKinds, body.files)
        return packs.changeLocal(tx, body)
      })
      return { version: packs.adopted().get(localPack)?.version ?? '' }
    }),
  ]
}

async function problemsOf(packs: PacksInForce, files: Record<string, string | null>): Promise<PackProblem[]> {
  try {
    await packs.previewLocal({ files })
    return []
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const { problems, path } = error.details as { problems?: PackProblem[]; path?: string }
    return problems ?? [{ file: path ?? localPack, line: 1, message: error.message }]
  }
}

function differences(packs: PacksInForce, pack: string) {
  const [adopted, shipped] = [packs.adopted().get(pack), packs.shipped.get(pack)]
  if (adopted === undefined || shipped === undefined) throw new NotFound('no-such-pack', `没有制度包“${pack}”，或者它不随程序提供。`, { pack })
  const [before, after] = [adopted.texts, shipped.files.texts]
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return {
    from: adopted.version,
    to: shipped.version,
    differences: paths
      .filter((path) => before.get(path) !== after.get(path))
      .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
      .map((difference) => ({ ...difference, words: differenceWords(difference) })),
  }
}

type Summary = z.output<typeof PackSummary>

function summaryOf(packs: PacksInForce, id: string, earlier: ReadonlyMap<string, { version: string }>): Summary {
  const adopted = packs.adopted().get(id)
  const manifest = adopted === undefined ? undefined : parsePack({ dir: id, texts: new Map([['pack.yaml', adopted.texts.get('pack.yaml') ?? '']]), problems: [] }).manifest?.value
  if (adopted === undefined || manifest === undefined) throw new NotFound('no-such-pack', `没有制度包“${id}”。`, { pack: id })
  const { kinds, metrics, vocabularies, duties } = packs.catalogue()
  const count = (entries: ReadonlyMap<string, { pack: string }>) => [...entries.values()].filter(({ pack }) => pack === id).length
  const shipped = packs.shipped.get(id)
  return {
    id, title: manifest.title, version: adopted.version, source: manifest.source, needs: manifest.needs,
    earlier: shipped === undefined ? null : (earlier.get(id)?.version ?? null),
    offered: shipped === undefined || shipped.sha256 === adopted.sha256 ? null : shipped.version,
    kinds: count(kinds), metrics: count(metrics), vocabularies: count(vocabularies), duties: count(duties),
    adoptedBy: adopted.adoptedBy, adoptedAt: adopted.adoptedAt.toISOString(),
  }
}
