const HASH_LENGTH = 64

/**
 * Finds the names of files in whatever passes: a file is referred to by its SHA-256 in hexadecimal, wherever a column
 * or an event says it. What looks like one and is none (the hash of a pack) names no stored file and does no harm.
 */
export class ReferencedFiles {
  readonly #found = new Set<string>()
  #tail = ''

  /** Reads the next piece of a stream. */
  read(piece: Buffer): void {
    const text = this.#tail + piece.toString('latin1')
    for (const [run] of text.matchAll(/[0-9a-f]{64}/g)) this.#found.add(run)
    this.#tail = text.slice(1 - HASH_LENGTH)
  }

  /** Ends one stream: what follows is of another. */
  break(): void {
    this.#tail = ''
  }

  /** What was found, in order. */
  sorted(): string[] {
    return [...this.#found].sort()
  }
}
