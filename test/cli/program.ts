import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/taizhang', import.meta.url))

export interface Program {
  /** All lines so far, of both outputs. */
  lines: string[]
  /** The next line, or one already said, that matches; rejects when the program ends without it. */
  said(line: RegExp): Promise<RegExpExecArray>
  stop(): void
  /** Its exit code. */
  ended: Promise<number | null>
}

/** Starts the real program in a process of its own, over the database it brings along. */
export function startProgram(...words: string[]): Program {
  const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const listeners = new Set<() => void>()
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      lines.push(line)
      for (const listen of listeners) listen()
    })
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code))
  })
  return {
    lines,
    ended,
    stop: () => void child.kill('SIGTERM'),
    said: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.map((line) => wanted.exec(line)).find((match) => match !== null)
          if (found === undefined || found === null) return
          listeners.delete(look)
          resolve(found)
        }
        listeners.add(look)
        look()
        ended.then((code) => reject(new Error(`The program ended with ${code} before it said ${wanted}:\n${lines.join('\n')}`)), reject)
      }),
  }
}
