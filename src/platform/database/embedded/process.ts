import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { ServerAccount } from './account.ts'

/** Environment of the database programs: PG… variables of the caller must not reach them. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/.test(name))
  return { ...Object.fromEntries(own), LC_ALL: 'C' }
}

/** Runs a program to its end as the server's account; `output` is what it wrote to both streams. */
export function runProgram(
  program: string,
  args: string[],
  options: { account: ServerAccount; cwd: string },
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options.account, cwd: options.cwd, env: serverEnvironment() })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? -1, output }))
  })
}

/** Whether a process runs; a finished one that nobody has collected (a zombie) does not. */
export async function isAlive(pid: number): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (status !== null) return !/\) [ZX] /.test(status)
  if (process.platform === 'linux') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
