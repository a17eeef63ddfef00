import type { Terminal } from './command.ts'

/** The terminal of this process; an interrupt aborts the signal once, a second one ends the program. */
export function processTerminal(): Terminal {
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  process.once('SIGTERM', () => interruption.abort())
  const watched = process.stderr.isTTY
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\x1b[2K')
    shown = false
  }
  return {
    signal: interruption.signal,
    print: (line) => {
      clear()
      process.stdout.write(`${line}\n`)
    },
    tell: (line) => {
      clear()
      process.stderr.write(`${line}\n`)
    },
    progress: (line) => {
      if (!watched) return
      clear()
      process.stderr.write(line)
      shown = true
    },
  }
}
