import { spawn } from 'node:child_process'
import { open, readFile, readdir, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Invalid } from '../../errors.ts'
import type { ServerAccount } from './account.ts'
import type { Endpoint } from './endpoint.ts'
import { isAlive, runProgram, serverEnvironment } from './process.ts'

export interface Postmaster {
  pid: number
  endpoint: Endpoint
}

const LONGEST_LOG_BYTES = 10_000_000
const LONGEST_START_MS = 120_000
const POLL_MS = 5

// Results of a throw-away database outlive no crash, so waiting for the disk would buy nothing.
// Nor is anything gained by a log that others could read or by filling its files with zeros beforehand.
const UNSYNCED = [
  'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB',
  'wal_level=minimal', 'max_wal_senders=0', 'wal_init_zero=off', 'temp_buffers=96MB',
]

/** The running server of this cluster, ready or still recovering; null when there is none. */
export async function findPostmaster(cluster: string): Promise<{ pid: number } | null> {
  const lines = await readPidFile(cluster)
  if (lines === null) return null
  const pid = Number(lines[0])
  if ((await isAlive(pid)) && (await belongsTo(pid, cluster))) return { pid }
  await removeStaleLocks(cluster, endpointOf(lines))
  return null
}

/**
 * PostgreSQL refuses to start while the number in its file is taken, be it by another process since or by a dead
 * server that nobody has collected (in a container without an init). The file is also its guard against children
 * that outlive a killed server, so it and the lock of the socket go only when none of them is left.
 */
async function removeStaleLocks(cluster: string, { socketFolder, port }: Endpoint): Promise<void> {
  const startedAt = performance.now()
  while ((await processesIn(cluster)) > 0 && performance.now() - startedAt < LONGEST_START_MS) await delay(20)
  if (socketFolder !== null) await rm(join(socketFolder, `.s.PGSQL.${port}.lock`), { force: true })
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

async function processesIn(cluster: string): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const belonging = await Promise.all(pids.map(async (pid) => (await isAlive(Number(pid))) && belongsTo(Number(pid), cluster)))
  return belonging.filter(Boolean).length
}

/** Starts the server in a session of its own, so that Ctrl-C reaches the program only. */
export async function launchPostmaster(
  program: string,
  cluster: string,
  options: { account: ServerAccount; endpoint: Endpoint; durable: boolean },
): Promise<void> {
  const { socketFolder, port } = options.endpoint
  const settings = [
    `port=${port}`,
    `listen_addresses=${socketFolder === null ? '127.0.0.1' : ''}`,
    `unix_socket_directories=${socketFolder ?? ''}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'jit=off',
    'max_connections=60',
    'shared_buffers=256MB',
    'wal_buffers=16MB',
    'max_wal_size=2GB',
    'log_min_messages=warning',
    ...(options.durable ? [] : UNSYNCED),
  ]
  const log = await openLog(join(dirname(dirname(cluster)), 'postgres.log'))
  const child = spawn(program, ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])], {
    ...options.account,
    cwd: cluster,
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
  child.unref()
  await log.close()
}

/**
 * Waits until the server accepts connections; a crashed one recovers first.
 *
 * @throws {Invalid} `database-not-started` with the end of its log
 */
export async function awaitReady(cluster: string): Promise<Postmaster> {
  const startedAt = performance.now()
  let seenAlive = false
  while (performance.now() - startedAt < LONGEST_START_MS) {
    const lines = await readPidFile(cluster)
    const pid = Number(lines?.[0])
    const alive = lines !== null && (await isAlive(pid))
    if (alive && lines[7]?.trim() === 'ready') return { pid, endpoint: endpointOf(lines) }
    if (seenAlive && !alive) break
    if (!alive && performance.now() - startedAt > 10_000) break
    seenAlive = alive
    await delay(POLL_MS)
  }
  const log = await readFile(join(dirname(dirname(cluster)), 'postgres.log'), 'utf8').catch(() => '')
  throw new Invalid('database-not-started', `内置数据库未能启动。日志末尾：\n${log.slice(-1500).trim()}`)
}

/** Stops the server. `fast` keeps everything committed at rest; `immediate` spares the last checkpoint of what is thrown away. */
export async function stopPostmaster(
  program: string,
  cluster: string,
  { account, mode }: { account: ServerAccount; mode: 'fast' | 'immediate' },
): Promise<void> {
  await runProgram(program, ['stop', '-D', cluster, '-m', mode, '-w', '-t', '60'], { account, cwd: dirname(cluster) })
}

async function readPidFile(cluster: string): Promise<string[] | null> {
  return readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => null,
  )
}

async function belongsTo(pid: number, cluster: string): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  if (folder === null) return process.platform !== 'linux'
  return folder === (await realpath(cluster))
}

/** Lines of postmaster.pid: pid, folder, start, port, socket folder, address, memory key, status. */
function endpointOf(lines: string[]): Endpoint {
  const port = Number(lines[3])
  const socketFolder = lines[4]?.trim() ?? ''
  return socketFolder === '' ? { socketFolder: null, port } : { socketFolder, port }
}

async function openLog(path: string) {
  const bytes = await stat(path).then((found) => found.size, () => 0)
  if (bytes > LONGEST_LOG_BYTES) await rename(path, `${path}.old`)
  return open(path, 'a', 0o600)
}
