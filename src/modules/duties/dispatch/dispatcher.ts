import { dayOf } from '../../../platform/clock.ts'
import type { Database, Reader } from '../../../platform/database/database.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { DispatchPlan } from '../contract/duty.ts'
import { planDispatch, runDispatch, type Attended, type DispatchOrder } from './run.ts'

const PROGRAM = 'taizhang'
const LOOK_EVERY_MS = 60_000

type Asked = Omit<DispatchOrder, 'catalogue' | 'today'>

/** Dispatches for one tenant: one run at a time, whoever asks; by itself at the start and soon after each midnight in Beijing. */
export class Dispatcher {
  readonly #database: Database
  readonly #tenantId: number
  readonly #catalogue: () => Catalogue
  readonly #stop = new AbortController()
  #last: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null
  #ranOn = ''

  constructor({ database, tenantId, catalogue }: { database: Database; tenantId: number; catalogue: () => Catalogue }) {
    this.#database = database
    this.#tenantId = tenantId
    this.#catalogue = catalogue
  }

  /** Dispatches after whatever run is under way. */
  run(actor: string, asked: Asked = {}, { signal, progress }: Attended = {}): Promise<DispatchPlan> {
    const stop = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal])
    const run = this.#last.then(() => {
      stop.throwIfAborted()
      return runDispatch(this.#database, { tenantId: this.#tenantId, actor }, this.#order(asked), { signal: stop, ...(progress === undefined ? {} : { progress }) })
    })
    this.#last = run.catch(() => undefined)
    return run
  }

  /** What a dispatch would do now. */
  plan(db: Reader, asked: Asked = {}): Promise<DispatchPlan> {
    return planDispatch(db, this.#order(asked))
  }

  /** Dispatches by itself from now on, once for each day; a day that failed is tried again. */
  start(): void {
    const look = () => {
      const today = dayOf(this.#database.clock.now())
      if (today === this.#ranOn) return
      this.#ranOn = today
      this.run(PROGRAM).catch(() => {
        this.#ranOn = ''
      })
    }
    look()
    this.#timer = setInterval(look, LOOK_EVERY_MS).unref()
  }

  /** Stops what runs between two transactions. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#stop.abort()
    await this.#last
  }

  #order(asked: Asked): DispatchOrder {
    return { ...asked, catalogue: this.#catalogue(), today: dayOf(this.#database.clock.now()) }
  }
}
