import { cac } from 'cac'
import { DocxError } from '../engine/docx/errors.ts'
import { TaizhangError } from '../platform/errors.ts'
import { version } from '../version.ts'
import { CommandInput, type Command, type ExitCode, type Terminal } from './command.ts'
import { chineseFault, chineseHelp } from './help.ts'
import { processTerminal } from './terminal.ts'

/** Each command is loaded when it is asked for: a scan need not wait for the database to be read in. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/server-start.ts')).startCommand,
  scan: async () => (await import('./commands/report-scan.ts')).scanCommand,
  fill: async () => (await import('./commands/report-fill.ts')).fillCommand,
  check: async () => (await import('./commands/report-check.ts')).checkCommand,
  import: async () => (await import('./commands/ledger-import.ts')).importCommand,
  verify: async () => (await import('./commands/log-verify.ts')).verifyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  password: async () => (await import('./commands/account-password.ts')).passwordCommand,
  'pack-check': async () => (await import('./commands/pack-check.ts')).packCheckCommand,
}

/** Runs one command line and answers its exit code; what goes wrong is one clear line on standard error. */
export async function main(words: string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  const cli = cac('taizhang')
  let chosen: (() => Promise<ExitCode>) | undefined
  for (const command of await commandsFor(words)) {
    const entry = cli.command(command.usage.replace(' check', '-check'), command.description)
    for (const option of command.options) entry.option(option.flags, option.description)
    for (const example of command.examples) entry.example(`  bin/taizhang ${example}`)
    entry.action((...args: unknown[]) => {
      const options = args.pop() as Record<string, unknown>
      chosen = () => command.run(new CommandInput(args.flat().map(String), options), terminal)
    })
  }
  cli.help(chineseHelp)
  cli.version(version)
  try {
    cli.parse(['node', 'taizhang', ...joined(words)], { run: false })
    if (cli.options.help === true || cli.options.version === true) return 0
    if (cli.matchedCommand === undefined) return unknownCommand(words, terminal, () => cli.outputHelp())
    await cli.runMatchedCommand()
    return await (chosen?.() ?? Promise.resolve<ExitCode>(2))
  } catch (error) {
    return tellError(error, words, terminal)
  }
}

/** The command asked for, or all of them where none is, so that help can list them. */
async function commandsFor(words: string[]): Promise<Command[]> {
  const asked = commands[joined(words)[0] ?? '']
  return Promise.all((asked === undefined ? Object.values(commands) : [asked]).map((load) => load()))
}

/** `pack check DIR` is two words for people and one for the parser. */
function joined(words: string[]): string[] {
  return words[0] === 'pack' && words[1] === 'check' ? ['pack-check', ...words.slice(2)] : words
}

function unknownCommand(words: string[], terminal: Terminal, help: () => void): ExitCode {
  if (words.length > 0) terminal.tell(`没有“${words[0]}”这个命令。`)
  help()
  return words.length > 0 ? 2 : 0
}

function tellError(error: unknown, words: string[], terminal: Terminal): ExitCode {
  if (error instanceof Error && error.name === 'CACError') {
    terminal.tell(chineseFault(error.message, words[0] === 'pack' ? 'pack check' : (words[0] ?? '')))
    return 2
  }
  if (error instanceof TaizhangError || error instanceof DocxError) {
    if (words.includes('--json')) {
      terminal.print(JSON.stringify({ error: { code: error.code, message: error.message } }))
    }
    terminal.tell(error.message)
    return 2
  }
  if (error instanceof Error && error.name === 'AbortError') {
    terminal.tell('已取消，没有留下任何改动。')
    return 2
  }
  terminal.tell(`程序出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return 3
}
