// One decides while another is recorded; more only keep idle transactions open and processes changing places.
const MOST_AT_ONCE = 2

interface Line {
  /** Verbs of the tenant that are in a transaction. */
  running: number
  waiting: (() => void)[]
  /** Resolves when the last of those that record has ended. */
  tail: Promise<void>
  /** Large imports that record or wait to. */
  large: number
}

/**
 * Lets a few verbs of a tenant decide at the same time and one record at a time, in order of arrival. The database's
 * row lock would do the latter too; waiting here holds nothing in the server and can tell people why.
 */
export class TenantQueues {
  readonly #lines = new Map<number, Line>()

  /** Runs a verb as soon as few enough others of its tenant are running. */
  async admit<T>(tenantId: number, run: () => Promise<T>): Promise<T> {
    const line = this.#lineOf(tenantId)
    if (line.running >= MOST_AT_ONCE) await new Promise<void>((resolve) => line.waiting.push(resolve))
    else line.running += 1
    try {
      return await run()
    } finally {
      const next = line.waiting.shift()
      if (next !== undefined) next()
      else line.running -= 1
    }
  }

  /** Whether other verbs of the tenant are running or wait to. */
  isAwaited(tenantId: number): boolean {
    const { running, waiting } = this.#lineOf(tenantId)
    return running > 1 || waiting.length > 0
  }

  /** Resolves when it is this verb's turn to record, with the function that ends the turn (once). */
  async enter(tenantId: number, options: { large: boolean; onWait?: (() => void) | undefined }): Promise<() => void> {
    const line = this.#lineOf(tenantId)
    if (line.large > 0) options.onWait?.()
    if (options.large) line.large += 1
    const before = line.tail
    let end = () => {}
    line.tail = new Promise<void>((resolve) => {
      end = resolve
    })
    await before
    let ended = false
    return () => {
      if (ended) return
      ended = true
      if (options.large) line.large -= 1
      end()
    }
  }

  #lineOf(tenantId: number): Line {
    const known = this.#lines.get(tenantId)
    if (known !== undefined) return known
    const line: Line = { running: 0, waiting: [], tail: Promise.resolve(), large: 0 }
    this.#lines.set(tenantId, line)
    return line
  }
}
