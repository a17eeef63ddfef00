import { chmod, cp, lstat, mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { serverAccount } from './account.ts'
import { findNative, prepareBinaries } from './binaries.ts'
import { chooseDataFolder, makeTemporaryFolder } from './data-folder.ts'
import { runProgram } from './process.ts'

const isRoot = process.getuid?.() === 0
const made: string[] = []

afterEach(async () => {
  for (const path of made.splice(0)) await rm(path, { recursive: true, force: true })
})

describe('prepareBinaries', () => {
  it('uses the installed programs where the server may reach them', async () => {
    const native = await findNative()
    const { postgres } = await prepareBinaries(native, await folder(), await serverAccount())
    expect(postgres.startsWith(join(native, 'bin'))).toBe(true)
  })

  it('makes the links that an install without scripts left out', async () => {
    const native = join(await folder(), 'package', 'native')
    await cp(await findNative(), native, { recursive: true, verbatimSymlinks: true })
    const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    for (const { target } of links) await rm(join(dirname(native), target), { force: true })
    const account = await serverAccount()
    const { initdb } = await prepareBinaries(native, await folder(), account)
    for (const { target } of links) expect((await lstat(join(dirname(native), target))).isSymbolicLink()).toBe(true)
    expect((await runProgram(initdb, ['--version'], { account, cwd: '/' })).output).toContain('PostgreSQL')
  })

  it.runIf(isRoot)('copies programs below a closed folder to the data folder, once', async () => {
    const closed = await folder()
    const native = join(closed, 'package', 'native')
    await cp(await findNative(), native, { recursive: true, verbatimSymlinks: true })
    await chmod(closed, 0o700)
    const dataDir = await folder()
    const account = await serverAccount()
    const { initdb } = await prepareBinaries(native, dataDir, account)
    expect(initdb).toBe(join(dataDir, 'native', 'bin', 'initdb'))
    expect((await runProgram(initdb, ['--version'], { account, cwd: '/' })).exitCode).toBe(0)
    const { ctimeMs } = await lstat(initdb)
    await prepareBinaries(native, dataDir, account)
    expect((await lstat(initdb)).ctimeMs).toBe(ctimeMs)
    expect(await readdir(dataDir)).toEqual(['native'])
  })
})

describe.runIf(isRoot)('chooseDataFolder as root', () => {
  it('leaves a closed folder for /var/lib/taizhang and says so', async () => {
    const closed = await folder()
    await chmod(closed, 0o700)
    const before = process.cwd()
    process.chdir(closed)
    const chosen = await chooseDataFolder().finally(() => process.chdir(before))
    expect(chosen.dataDir).toBe('/var/lib/taizhang')
    expect(chosen.moved).toContain('/var/lib/taizhang')
  })

  it('refuses a requested folder that the server could not reach', async () => {
    const closed = await folder()
    await chmod(closed, 0o700)
    await mkdir(join(closed, 'inner'))
    await expect(chooseDataFolder(join(closed, 'inner', 'data'))).rejects.toMatchObject({ code: 'data-folder-closed' })
  })

  it('takes a folder that is open', async () => {
    const open = await folder()
    expect(await chooseDataFolder(join(open, 'data'))).toEqual({ dataDir: join(open, 'data'), moved: null })
  })
})

async function folder(): Promise<string> {
  const path = await makeTemporaryFolder('taizhang-bin-')
  made.push(path)
  return path
}
