/**
 * Lets one writer of a tenant append at a time, in order of arrival. The database's row lock would do so too;
 * waiting here costs no lock in the server and tells waiting people why.
 */
export class TenantQueues {
  readonly #tails = new Map<number, Promise<void>>()
  readonly #largeWaiting = new Map<number, number>()

  /** Resolves when it is the caller's turn, with the function that ends the turn. */
  async enter(tenantId: number, options: { large: boolean; onWait?: (() => void) | undefined }): Promise<() => void> {
    const before = this.#tails.get(tenantId)
    const large = this.#largeWaiting.get(tenantId) ?? 0
    if (large > 0) options.onWait?.()
    if (options.large) this.#largeWaiting.set(tenantId, large + 1)

    let leave = () => {}
    const turn = new Promise<void>((resolve) => {
      leave = () => {
        if (options.large) this.#largeWaiting.set(tenantId, (this.#largeWaiting.get(tenantId) ?? 1) - 1)
        if (this.#tails.get(tenantId) === turn) this.#tails.delete(tenantId)
        resolve()
      }
    })
    this.#tails.set(tenantId, turn)
    await before
    return leave
  }
}
