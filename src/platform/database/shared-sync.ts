/**
 * Brings what was committed without waiting for the disk safely there, one journey for all that ask meanwhile: the
 * server's log is written in order, so a synced entry carries everything before it.
 */
export class SharedSync {
  readonly #sync: () => Promise<unknown>
  #running: Promise<unknown> = Promise.resolve()
  #next: Promise<unknown> | null = null

  /** `sync` writes to the server's log and returns when that is on the disk. */
  constructor(sync: () => Promise<unknown>) {
    this.#sync = sync
  }

  /** Resolves when everything that was committed before the call is on the disk. */
  async done(): Promise<void> {
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null
        this.#running = this.#sync()
        return this.#running
      })
    await this.#next
  }
}
