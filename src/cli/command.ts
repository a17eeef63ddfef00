/** What a command may use: where it writes, and what tells it to stop. */
export interface Terminal {
  /** A line on standard output. */
  print(line: string): void
  /** A line on standard error: what is being done, and what went wrong. */
  tell(line: string): void
  /** Progress of long work on one line of standard error; silent where nobody watches. */
  progress(line: string): void
  /** Aborted when the person interrupts. */
  signal: AbortSignal
}

export interface Option {
  /** As typed: `--ledger <file>`, `--json`. */
  flags: string
  description: string
}

/** 0 done · 1 done, and something was found wrong · 2 refused: wrong use or bad input · 3 unexpected. */
export type ExitCode = 0 | 1 | 2 | 3

export interface Command {
  /** As typed: `scan <report>`, `pack check <dir>`. */
  usage: string
  description: string
  options: Option[]
  examples: string[]
  run(input: CommandInput, terminal: Terminal): Promise<ExitCode>
}

export class CommandInput {
  readonly #words: string[]
  readonly #options: Record<string, unknown>

  constructor(words: string[], options: Record<string, unknown>) {
    this.#words = words
    this.#options = options
  }

  get words(): string[] {
    return this.#words
  }

  word(at: number): string {
    return this.#words[at] ?? ''
  }

  /** The text of an option, or undefined; digits that the parser turned into a number are text again. */
  text(name: string): string | undefined {
    const value = this.#options[name]
    return value === undefined || typeof value === 'boolean' ? undefined : String(Array.isArray(value) ? value.at(-1) : value)
  }

  flag(name: string): boolean {
    return this.#options[name] === true
  }

  /** False only where the person wrote `--no-<name>`. */
  unlessRefused(name: string): boolean {
    return this.#options[name] !== false
  }
}
