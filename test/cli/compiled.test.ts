import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { compiledProgram } from '../../src/cli/compiled.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A program of two sources and a file that lies beside one of them. */
async function smallProgram(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-compiled-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'src', 'cli'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'src', 'cli', 'beside.txt'), '旁边的文件')
  await writeFile(join(folder, 'src', 'word.ts'), `export const word: string = '甲'\nexport function fail(): never {\n  throw new Error('错')\n}\n`)
  await writeFile(
    join(folder, 'src', 'cli', 'main.ts'),
    `import { readFileSync } from 'node:fs'\nimport { fail, word } from '../word.ts'\nexport const said = word + readFileSync(new URL('beside.txt', import.meta.url), 'utf8')\nexport { fail }\n`,
  )
  return folder
}

async function said(main: string | null): Promise<unknown> {
  if (main === null) return null
  return ((await import(pathToFileURL(main).href)) as { said: unknown }).said
}

const builds = (folder: string) => readdir(join(folder, 'dist', 'program'))

describe('compiledProgram', () => {
  it('makes the program once, and a source still finds the file beside it', async () => {
    const folder = await smallProgram()
    const main = await compiledProgram(folder)
    expect(await said(main)).toBe('甲旁边的文件')
    expect(await compiledProgram(folder)).toBe(main)
    expect(await builds(folder)).toHaveLength(1)
  })

  it('makes it anew when a source has changed, though no time tells', async () => {
    const folder = await smallProgram()
    const before = await compiledProgram(folder)
    const path = join(folder, 'src', 'word.ts')
    await writeFile(path, (await readFile(path, 'utf8')).replace('甲', '乙'))
    const after = await compiledProgram(folder)
    expect(after).not.toBe(before)
    expect(await said(after)).toBe('乙旁边的文件')
  })

  it('leaves one whole build when several programs start at once', async () => {
    const folder = await smallProgram()
    const script = `import { compiledProgram } from ${JSON.stringify(pathToFileURL(join(root, 'src/cli/compiled.mjs')).href)}
      const main = await compiledProgram(${JSON.stringify(folder)})
      console.log((await import(main)).said)`
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
    const answers = await Promise.all([run(), run(), run()])
    expect(answers.map(({ stdout }) => stdout.trim())).toEqual(Array(3).fill('甲旁边的文件'))
    expect(await builds(folder)).toHaveLength(1)
  })

  it('answers null where nothing may be written or a source has an error, and leaves nothing half-done', async () => {
    const closed = await smallProgram()
    await writeFile(join(closed, 'dist'), '')
    expect(await compiledProgram(closed)).toBeNull()
    const wrong = await smallProgram()
    await writeFile(join(wrong, 'src', 'word.ts'), 'export const = 1')
    expect(await compiledProgram(wrong)).toBeNull()
    expect(await builds(wrong)).toEqual([])
  })

  it('names the source and its line where something goes wrong', async () => {
    const folder = await smallProgram()
    const main = await compiledProgram(folder)
    const script = `process.setSourceMapsEnabled(true); const { fail } = await import(${JSON.stringify(main)}); try { fail() } catch (error) { console.log(error.stack) }`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
    expect(stdout).toContain(join('src', 'word.ts:3:9'))
  })

  it('makes this very program', async () => {
    expect(await compiledProgram(root)).toMatch(/main\.mjs$/)
  })
})
