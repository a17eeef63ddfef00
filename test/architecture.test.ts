import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Lower may not import higher; the bracketed four of the design meet only through links and events. */
const moduleOrder: string[][] = [
  ['org'], ['access'], ['packs'], ['records'], ['duties'], ['metrics'], ['proofing'], ['publishing'],
  ['cases', 'concerns', 'findings', 'campaigns'], ['reports'], ['exchange'], ['notifications'],
]

interface Import {
  from: string
  to: string
}

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'/gm)].map((match) => ({
    from,
    to: relative(root, resolve(root, dirname(from), match[1] ?? match[2] ?? '')),
  })),
)

const areaOf = (file: string) => /^src\/(engine|platform|modules\/[^/]+|web|cli|demo)\//.exec(file)?.[1] ?? 'top'
const moduleOf = (file: string) => /^src\/modules\/([^/]+)\//.exec(file)?.[1]
const rankOf = (name: string) => moduleOrder.findIndex((names) => names.includes(name))
const isPage = (file: string) => /^src\/(web|modules\/[^/]+\/web)\//.test(file)
const isContract = (file: string) => /\/contract(\.ts$|\/)/.test(file)

function broken(rule: (edge: Import) => boolean, advice: string): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} imports ${to}: ${advice}`)
}

describe('importing between parts of the house', () => {
  it('sees the house', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(100)
  })

  it('keeps the engine to itself', () => {
    const found = broken(({ from, to }) => areaOf(from) === 'engine' && areaOf(to) !== 'engine', 'pass it in as a value, or move the rule out of engine/')
    expect(found).toEqual([])
  })

  it('keeps the platform free of our subject', () => {
    const allowed = (to: string) => ['platform', 'engine'].includes(areaOf(to))
    const found = broken(({ from, to }) => areaOf(from) === 'platform' && !allowed(to), 'let the module pass it to the platform')
    expect(found).toEqual([])
  })

  it('lets modules import only modules before them', () => {
    const found = broken(({ from, to }) => {
      const [user, used] = [moduleOf(from), moduleOf(to)]
      if (user === undefined || used === undefined || user === used) return false
      return rankOf(used) >= rankOf(user)
    }, 'the earlier module may not know the later one; react to an event, or move the code down')
    expect(found).toEqual([])
    const unknown = files.map(moduleOf).filter((name) => name !== undefined && rankOf(name) < 0)
    expect(unknown).toEqual([])
  })

  it('leaves putting together to the top', () => {
    const found = broken(({ from, to }) => areaOf(from).startsWith('modules/') && ['cli', 'top', 'demo', 'web'].includes(areaOf(to)) && !isPage(from), 'pass it in from app.ts')
    expect(found.filter((line) => !line.includes('src/app.ts'))).toEqual([])
  })

  it('lets pages import only pages, contracts and pure files', () => {
    const found = broken(({ from, to }) => isPage(from) && !isPage(to) && !isContract(to) && areaOf(to) !== 'engine' && !/\/rules(\.ts$|\/)|errors\.ts$/.test(to), 'call an endpoint through its contract')
    expect(found).toEqual([])
  })

  it('keeps Node and the DOM out of the engine', () => {
    const found = files
      .filter((file) => areaOf(file) === 'engine')
      .filter((file) => /from 'node:|\bprocess\.|\bdocument\.createElement|\bDate\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(join(root, file), 'utf8')))
    expect(found).toEqual([])
  })

  it('lets only the platform open transactions', () => {
    const found = files
      .filter((file) => areaOf(file) !== 'platform')
      .filter((file) => /\.startTransaction\(|\.transaction\(\)|query\('begin|'begin( |;)/.test(readFileSync(join(root, file), 'utf8')))
    expect(found).toEqual([])
  })

  it('keeps files short enough to read: none over 300 lines', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300)
    expect(long).toEqual([])
  })
})
