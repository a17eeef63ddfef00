import type pg from 'pg'

/** What the driver offers a statement of our own; its types leave these out. */
interface Connection {
  query(text: string): void
  stream: { write(bytes: Uint8Array, done: (error?: Error | null) => void): void }
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/**
 * Runs one `copy … from stdin` over pieces as they arrive. When they fail, so does the statement, and nothing of it
 * stays.
 *
 * @returns the number of rows
 */
export async function copyFrom(client: pg.Client, statement: string, pieces: AsyncIterable<Buffer>): Promise<number> {
  const copy = new CopyFrom(statement)
  client.query(copy)
  const connection = await copy.begun
  try {
    for await (const piece of pieces) {
      if (copy.refused) break
      await write(connection, piece)
    }
  } catch (error) {
    connection.sendCopyFail('no more input')
    await copy.ended.catch(() => undefined)
    throw error
  }
  if (!copy.refused) connection.endCopyFrom()
  return copy.ended
}

async function write({ stream }: Connection, piece: Buffer): Promise<void> {
  const head = Buffer.from('d\0\0\0\0', 'latin1')
  head.writeInt32BE(piece.length + 4, 1)
  stream.write(head, () => undefined)
  await new Promise<void>((resolve, reject) => stream.write(piece, (error) => (error == null ? resolve() : reject(error))))
}

class CopyFrom implements pg.Submittable {
  readonly begun: Promise<Connection>
  readonly ended: Promise<number>
  /** True once the server has said that it takes no more. */
  refused = false
  readonly #statement: string
  #rows = 0
  #begin: (connection: Connection) => void = () => {}
  #end: (rows: number) => void = () => {}
  #fail: ((error: Error) => void)[] = []

  constructor(statement: string) {
    this.#statement = statement
    this.begun = new Promise((resolve, reject) => {
      this.#begin = resolve
      this.#fail.push(reject)
    })
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve
      this.#fail.push(reject)
    })
    // Whoever awaits them hears of it; until somebody does, a failure must not end the program.
    this.begun.catch(() => undefined)
    this.ended.catch(() => undefined)
  }

  submit(given: unknown): void {
    ;(given as Connection).query(this.#statement)
  }

  handleCopyInResponse(connection: unknown): void {
    this.#begin(connection as Connection)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(text.split(' ')[1])
  }

  handleReadyForQuery(): void {
    this.#end(this.#rows)
  }

  handleError(error: Error): void {
    this.refused = true
    for (const fail of this.#fail) fail(error)
  }
}
