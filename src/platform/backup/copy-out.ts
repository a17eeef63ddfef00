import type pg from 'pg'
import { PIECE_BYTES } from './format.ts'

/** What the driver offers a statement of our own; its types leave these out. */
interface Connection {
  query(text: string): void
  stream: { pause(): void; resume(): void }
}

/**
 * Runs one `copy … to stdout` and yields what it writes in pieces of at most `PIECE_BYTES`, none of them empty. The
 * server waits while nobody takes a piece.
 *
 * @returns the number of rows
 */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer, number> {
  const copy = new CopyOut(statement)
  client.query(copy)
  for (;;) {
    const piece = await copy.next()
    if (piece === null) return copy.rows
    yield piece
  }
}

class CopyOut implements pg.Submittable {
  rows = 0
  readonly #statement: string
  readonly #full: Buffer[] = []
  #filling = Buffer.allocUnsafe(PIECE_BYTES)
  #filled = 0
  #connection: Connection | null = null
  #ended = false
  #error: Error | null = null
  #wake = () => {}

  constructor(statement: string) {
    this.#statement = statement
  }

  async next(): Promise<Buffer | null> {
    for (;;) {
      if (this.#error !== null) throw this.#error
      const piece = this.#full.shift()
      if (piece !== undefined) return piece
      if (this.#ended) return null
      this.#connection?.stream.resume()
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  submit(given: unknown): void {
    this.#connection = given as Connection
    this.#connection.query(this.#statement)
  }

  /** Copies the row, because the driver uses its buffer again. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    for (let taken = 0; taken < chunk.length; ) {
      const copied = chunk.copy(this.#filling, this.#filled, taken)
      taken += copied
      this.#filled += copied
      if (this.#filled < PIECE_BYTES) continue
      this.#finishPiece()
      this.#connection?.stream.pause()
      this.#wake()
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ')[1])
  }

  handleReadyForQuery(): void {
    this.#finishPiece()
    this.#ended = true
    this.#wake()
  }

  handleError(error: Error): void {
    this.#error = error
    this.#wake()
  }

  #finishPiece(): void {
    if (this.#filled === 0) return
    this.#full.push(this.#filling.subarray(0, this.#filled))
    this.#filling = Buffer.allocUnsafe(PIECE_BYTES)
    this.#filled = 0
  }
}
