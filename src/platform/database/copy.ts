import type pg from 'pg'

/** What the driver offers a statement of our own; its types leave these out. */
interface CopyConnection {
  query(text: string): void
  stream: { write(bytes: Uint8Array): void }
  endCopyFrom(): void
}

/**
 * Runs one `copy … from stdin` with everything it is to read; until it resolves, `bytes` must not change.
 * The server takes it in a fraction of an INSERT's time.
 */
export function copyIn(client: pg.PoolClient, statement: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, bytes, (error) => (error === null ? resolve() : reject(error))))
  })
}

class CopyIn implements pg.Submittable {
  readonly #statement: string
  readonly #bytes: Uint8Array
  readonly #settle: (error: Error | null) => void

  constructor(statement: string, bytes: Uint8Array, settle: (error: Error | null) => void) {
    this.#statement = statement
    this.#bytes = bytes
    this.#settle = settle
  }

  /**
   * Sends the input right behind the statement, so that the server never waits for this program's next turn; should
   * it refuse the statement, it ignores the input. The driver would first copy the input to a buffer of its own.
   */
  submit(given: unknown): void {
    const connection = given as CopyConnection
    const head = Buffer.from('d\0\0\0\0', 'latin1')
    head.writeInt32BE(this.#bytes.length + 4, 1)
    connection.query(this.#statement)
    connection.stream.write(head)
    connection.stream.write(this.#bytes)
    connection.endCopyFrom()
  }

  handleCopyInResponse(): void {
    // It already has everything.
  }

  handleCommandComplete(): void {
    // The server is ready for the next statement only with the message that follows.
  }

  handleError(error: Error): void {
    this.#settle(error)
  }

  handleReadyForQuery(): void {
    this.#settle(null)
  }
}
