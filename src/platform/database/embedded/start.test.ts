import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Conflict } from '../../errors.ts'
import { makeTemporaryFolder } from './data-folder.ts'
import { isAlive } from './process.ts'
import { startEmbedded } from './start.ts'
import type { Embedded } from './start.ts'

const PROGRAM = fileURLToPath(new URL('../../../../test/helpers/embedded-program.ts', import.meta.url))
const NOBODY = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0

const cleaning: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean()
})

describe('startEmbedded', { timeout: 60_000 }, () => {
  it('starts a folder again with what was written to it', async () => {
    const dataDir = await folder()
    const first = await start(dataDir, { durable: true })
    await write(first)
    await first.stop()
    const second = await start(dataDir)
    expect(second.adopted).toBe(false)
    expect(await rowsIn(second)).toBe(1)
  })

  it('refuses a second program and names the first', async () => {
    const dataDir = await folder()
    await start(dataDir)
    const failure = await startEmbedded({ dataDir, durable: false }).catch((error) => error)
    expect(failure).toBeInstanceOf(Conflict)
    expect(failure).toMatchObject({ code: 'data-folder-in-use', details: { pid: process.pid } })
  })

  it('adopts the server of a program that was killed', async () => {
    const dataDir = await folder()
    const program = await runProgram([dataDir])
    await kill(program.child)
    const server = await start(dataDir)
    expect(server.adopted).toBe(true)
    expect(await rowsIn(server)).toBe(1)
  })

  it('recovers when the server was killed with the program', async () => {
    const dataDir = await folder()
    const program = await runProgram([dataDir])
    const pid = await postmasterPid(dataDir)
    await kill(program.child)
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await isAlive(pid)).toBe(false), { timeout: 10_000 })
    const server = await start(dataDir)
    expect(server.adopted).toBe(false)
    expect(await rowsIn(server)).toBe(1)
  })

  it('starts although the number of a dead server now belongs to another process', async () => {
    const dataDir = await folder()
    await (await start(dataDir)).stop()
    await writeFile(join(dataDir, 'postgres/cluster/postmaster.pid'), `${process.pid}\n/elsewhere\n`)
    expect((await start(dataDir)).adopted).toBe(false)
  })

  it('begins anew when the program was killed while the database was being created', async () => {
    const dataDir = await folder()
    const child = spawnProgram([dataDir])
    await vi.waitFor(async () => expect((await readdir(dataDir)).join()).toMatch(/postgres\.init-/), {
      timeout: 20_000,
      interval: 5,
    })
    await kill(child)
    await write(await start(dataDir))
    expect((await readdir(dataDir)).join()).not.toMatch(/init-/)
  })

  it('listens on the loopback interface, with a password, where the path is too long for a socket', async () => {
    const deep = join(await folder(), 'd'.repeat(100))
    const server = await start(deep)
    await write(server)
    expect(server.url).not.toContain('host=')
    const stranger = new URL(server.url)
    stranger.password = 'guess'
    const client = new pg.Client({ connectionString: stranger.href })
    await expect(client.connect()).rejects.toThrow(/password authentication failed/)
  })

  it.runIf(isRoot)('runs for an ordinary user, as that user', async () => {
    const dataDir = await folder()
    await chown(dataDir, NOBODY.uid, NOBODY.gid)
    const program = await runProgram([dataDir], NOBODY)
    expect(program.state).toMatchObject({ adopted: false })
    await kill(program.child)
    expect(await rowsIn(await start(dataDir))).toBe(1)
  })
})

describe('openThrowAway', () => {
  it.skipIf(process.platform === 'win32')('leaves nothing behind when the program is killed', async () => {
    const temporary = await folder()
    await mkdir(join(temporary, 'tmp'), { mode: 0o777 })
    const program = await runProgram(['throw-away'], {}, { TMPDIR: join(temporary, 'tmp') })
    const [name] = (await readdir(join(temporary, 'tmp'))).filter((entry) => entry.startsWith('taizhang-'))
    const pid = await postmasterPid(join(temporary, 'tmp', name ?? ''))
    await kill(program.child)
    await vi.waitFor(
      async () => {
        expect(await isAlive(pid)).toBe(false)
        expect((await readdir(join(temporary, 'tmp'))).filter((entry) => entry.startsWith('taizhang-'))).toEqual([])
      },
      { timeout: 20_000 },
    )
  })
})

async function folder(): Promise<string> {
  const path = await makeTemporaryFolder('taizhang-start-')
  cleaning.push(() => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))
  return path
}

async function start(dataDir: string, { durable } = { durable: false }): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, durable })
  cleaning.push(server.stop)
  return server
}

async function write(server: Embedded): Promise<void> {
  await query(server.ownerUrl, 'create table kept (at timestamptz); insert into kept values (now())')
}

async function rowsIn(server: Embedded): Promise<number> {
  const { rows } = await query(server.ownerUrl, 'select at from kept')
  return rows.length
}

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

function spawnProgram(args: string[], account: object = {}, env: object = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', PROGRAM, ...args], {
    ...account,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function runProgram(args: string[], account: object = {}, env: object = {}) {
  const child = spawnProgram(args, account, env)
  cleaning.push(() => kill(child))
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  return { child, state: JSON.parse(line.toString()) as Record<string, unknown> }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
}
