import { main } from '../../src/cli/main.ts'

/**
 * A program that kills itself as a power failure would: `tsx killed-program.ts WHEN words …` runs a command line until
 * its progress says WHEN.
 */
const [when = '', ...words] = process.argv.slice(2)
process.exitCode = await main(words, {
  print: (line) => console.log(line),
  tell: (line) => console.error(line),
  progress: (line) => {
    if (line.includes(when)) process.kill(process.pid, 'SIGKILL')
  },
  signal: new AbortController().signal,
})
