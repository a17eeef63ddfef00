import type { Database, Tx } from '../../platform/database/database.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { adoptedPacks, adoptPack, earlierPacks, type AdoptedPack } from './adoption.ts'
import { changeLocalTexts, localPack, type LocalChange } from './local.ts'
import { mergePacks, mergeOnto } from './merge.ts'
import { hashOfFiles, type PackFiles } from './pack-files.ts'
import { parsePack } from './read-pack.ts'
import type { Catalogue } from './schema/pack.ts'
import { shippedCatalogue, shippedFiles } from './shipped.ts'

/** Gives the kinds of a catalogue their columns; the records module's part in putting packs in force. */
export type AdoptKinds = (tx: Tx, catalogue: Catalogue) => Promise<unknown>

interface InForce {
  catalogue: Catalogue
  adopted: ReadonlyMap<string, AdoptedPack>
}

/** A shipped pack as the program brings it, beside the version that is in force. */
export interface ShippedPack {
  files: PackFiles
  version: string
  sha256: string
}

/**
 * The packs one body has in force. Shipped packs are adopted at the first start; a newer program then only offers its
 * versions. The body's own pack lies on top and is changed through `changeLocal`.
 */
export class PacksInForce {
  readonly shipped: ReadonlyMap<string, ShippedPack>
  readonly #database: Database
  readonly #tenantId: number
  readonly #adoptKinds: AdoptKinds
  #inForce: InForce

  private constructor(database: Database, tenantId: number, adoptKinds: AdoptKinds, shipped: ReadonlyMap<string, ShippedPack>, inForce: InForce) {
    this.#database = database
    this.#tenantId = tenantId
    this.#adoptKinds = adoptKinds
    this.shipped = shipped
    this.#inForce = inForce
  }

  static async open(surroundings: { database: Database; tenantId: number }, adoptKinds: AdoptKinds): Promise<PacksInForce> {
    const { database, tenantId } = surroundings
    const shipped = await readShipped()
    let adopted = await database.read(tenantId, adoptedPacks)
    const missing = [...shipped].filter(([id]) => !adopted.has(id))
    if (missing.length > 0) {
      await database.write({ tenantId, actor: 'taizhang' }, async (tx) => {
        for (const [pack, { version, files }] of missing) adoptPack(tx, { pack, version, previous: null, texts: files.texts })
        await adoptKinds(tx, (await inForceOf(shipped, adopted)).catalogue)
      })
      adopted = await database.read(tenantId, adoptedPacks)
    }
    return new PacksInForce(database, tenantId, adoptKinds, shipped, await inForceOf(shipped, adopted))
  }

  /** The catalogue of all packs in force. */
  catalogue = (): Catalogue => this.#inForce.catalogue

  /** The packs in force with their texts, by id. */
  adopted(): ReadonlyMap<string, AdoptedPack> {
    return this.#inForce.adopted
  }

  /**
   * Changes files of the body's own pack as part of a verb: nothing is kept unless the whole pack is right.
   * The change is in force for others once `renew` was called after the verb.
   *
   * @throws {Invalid} `pack-problems` with `details.problems`; {Conflict} `stale-pack`
   */
  async changeLocal(tx: Tx, change: LocalChange): Promise<Catalogue> {
    const current = (await adoptedPacks(tx)).get(localPack)
    const { texts, version, catalogue } = await this.#changed(current, change)
    adoptPack(tx, { pack: localPack, version, previous: current?.version ?? null, texts })
    await this.#adoptKinds(tx, catalogue)
    return catalogue
  }

  /** The catalogue as it would be after a change; nothing is kept. Errors as in `changeLocal`. */
  async previewLocal(change: LocalChange): Promise<Catalogue> {
    return (await this.#changed(this.#inForce.adopted.get(localPack), change)).catalogue
  }

  /** Takes the shipped version of a pack in place of the adopted one. @throws {Invalid} `pack-problems`; {Conflict} `stale-pack` */
  async upgrade(tx: Tx, { pack, from }: { pack: string; from: string }): Promise<void> {
    const shipped = this.shipped.get(pack)
    if (shipped === undefined) return
    await this.#replace(tx, { pack, from, version: shipped.version, texts: shipped.files.texts })
  }

  /**
   * Puts the version of a pack in force again that was before.
   *
   * @throws {NotFound} `no-earlier-pack`; {Invalid} `pack-problems` where other packs no longer bear it; {Conflict} `stale-pack`
   */
  async rollBack(tx: Tx, { pack, from }: { pack: string; from: string }): Promise<void> {
    const earlier = (await earlierPacks(tx)).get(pack)
    if (earlier === undefined || !this.shipped.has(pack)) throw new NotFound('no-earlier-pack', `制度包“${pack}”没有更早的版本可退。`, { pack })
    await this.#replace(tx, { pack, from, ...earlier })
  }

  /** The catalogue as it would be with the program's version of a pack; nothing is kept. */
  async previewUpgrade(pack: string): Promise<Catalogue> {
    const shipped = this.shipped.get(pack)
    if (shipped === undefined) throw new NotFound('no-such-pack', `没有制度包“${pack}”，或者它不随程序提供。`, { pack })
    return this.#soundWith(pack, shipped.version, shipped.files.texts)
  }

  async #replace(tx: Tx, { pack, from, version, texts }: { pack: string; from: string; version: string; texts: ReadonlyMap<string, string> }): Promise<void> {
    const catalogue = await this.#soundWith(pack, version, texts)
    adoptPack(tx, { pack, version, previous: from, texts })
    await this.#adoptKinds(tx, catalogue)
  }

  /** The catalogue with one pack in another version. @throws {Invalid} `pack-problems` where the others do not bear it */
  async #soundWith(pack: string, version: string, texts: ReadonlyMap<string, string>): Promise<Catalogue> {
    const next = new Map(this.#inForce.adopted)
    const current = next.get(pack)
    if (current !== undefined) next.set(pack, { ...current, version, sha256: hashOfFiles(texts), texts })
    const [problem, ...more] = mergePacks(olderPacks(this.shipped, next)).problems
    if (problem === undefined) return (await inForceOf(this.shipped, next)).catalogue
    throw new Invalid(
      'pack-problems', `这个版本与其他生效的制度包合不到一起，有 ${more.length + 1} 处错误，第一处在 ${problem.file} 第 ${problem.line} 行：${problem.message}`,
      { problems: [problem, ...more] },
    )
  }

  /** Reads anew what is in force; called when a verb that changed it has been kept. */
  async renew(): Promise<void> {
    this.#inForce = await inForceOf(this.shipped, await this.#database.read(this.#tenantId, adoptedPacks))
  }

  async #changed(current: AdoptedPack | undefined, change: LocalChange) {
    const { texts, version } = changeLocalTexts(current, change)
    const others = new Map(this.#inForce.adopted)
    others.delete(localPack)
    const { catalogue } = await inForceOf(this.shipped, others)
    return { texts, version, catalogue: mergeOnto(catalogue, parsePack({ dir: localPack, texts, problems: [] })) }
  }
}

async function readShipped(): Promise<Map<string, ShippedPack>> {
  const { packs } = await shippedCatalogue()
  const all = await shippedFiles()
  const byId = new Map(all.map((files) => [parsedId(files), files]))
  return new Map(
    packs.flatMap(({ id, version }) => {
      const files = byId.get(id)
      return files === undefined ? [] : [[id, { files, version, sha256: hashOfFiles(files.texts) }] as const]
    }),
  )
}

/** The folder's name, which a sound pack has for its id. */
function parsedId({ dir }: PackFiles): string {
  return dir.replaceAll('\\', '/').split('/').at(-1) ?? dir
}

/** While the shipped versions are in force their catalogue is at hand; older ones are parsed from the texts kept. */
async function inForceOf(shipped: ReadonlyMap<string, ShippedPack>, adopted: ReadonlyMap<string, AdoptedPack>): Promise<InForce> {
  const isShipped = [...shipped].every(([id, { sha256 }]) => (adopted.get(id)?.sha256 ?? sha256) === sha256)
  const base = isShipped ? await shippedCatalogue() : mergePacks(olderPacks(shipped, adopted)).catalogue
  const local = adopted.get(localPack)
  const catalogue = local === undefined ? base : mergeOnto(base, parsePack({ dir: localPack, texts: local.texts, problems: [] }))
  return { catalogue, adopted }
}

function olderPacks(shipped: ReadonlyMap<string, ShippedPack>, adopted: ReadonlyMap<string, AdoptedPack>) {
  return [...shipped].map(([id, { files }]) => parsePack({ dir: id, texts: adopted.get(id)?.texts ?? files.texts, problems: [] }))
}
