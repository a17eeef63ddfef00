import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import type { Catalogue } from './schema/pack.ts'

interface Kept {
  key: string
  catalogue: Catalogue
}

/**
 * A catalogue as it was read before from the same texts by the same program, else as `read` reads it: parsing hundreds
 * of YAML files takes longer than filling a report. It is kept beside the compiled program, whose folder changes with
 * its sources; where the sources run as they stand, nothing is kept.
 */
export async function keptCatalogue(key: string, read: () => Catalogue, folder = buildFolder()): Promise<Catalogue> {
  if (folder === null) return read()
  const file = `${folder}/catalogue.bin`
  const kept = await readKept(file)
  if (kept?.key === key) return kept.catalogue
  const catalogue = read()
  await keep(file, { key, catalogue })
  return catalogue
}

/** Named when the program is compiled, see `src/cli/compiled.mjs`. */
function buildFolder(): string | null {
  const build = process.env['TAIZHANG_BUILD']
  return build === undefined ? null : fileURLToPath(new URL(`../../../dist/program/${build}`, import.meta.url))
}

async function readKept(file: string): Promise<Kept | null> {
  try {
    return deserialize(await readFile(file)) as Kept
  } catch {
    return null
  }
}

/** Written beside and renamed; where nothing may be written the next start reads the packs again. */
async function keep(file: string, kept: Kept): Promise<void> {
  const arriving = `${file}.${process.pid}`
  await writeFile(arriving, serialize(kept))
    .then(() => rename(arriving, file))
    .catch(() => rm(arriving, { force: true }).catch(() => undefined))
}
