const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const EPOCH_MS = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000
const FIRST_BYTES = 1 << 19
const WORD = 2 ** 32

/**
 * Writes rows as PostgreSQL's binary copy reads them: a count of fields, then each with its length
 * (https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format").
 */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES)
  #other = Buffer.allocUnsafe(FIRST_BYTES)
  #textFrom = 0
  #end = 0

  constructor() {
    this.#begin()
  }

  /** How much was written since the last `take`. */
  get size(): number {
    return this.#end
  }

  row(fields: number): void {
    this.#reserve(2)
    this.#end = this.#bytes.writeInt16BE(fields, this.#end)
  }

  null(): void {
    this.#reserve(4)
    this.#end = this.#bytes.writeInt32BE(-1, this.#end)
  }

  text(text: string): void {
    this.#utf8(text, 0)
  }

  /** The UTF-8 of the text just written, valid until the next write. */
  written(): Buffer {
    return this.#bytes.subarray(this.#textFrom, this.#end)
  }

  jsonb(json: string): void {
    this.#utf8(json, 1)
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(4 + bytes.length)
    this.#end = this.#bytes.writeInt32BE(bytes.length, this.#end)
    this.#bytes.set(bytes, this.#end)
    this.#end += bytes.length
  }

  int4(value: number): void {
    this.#reserve(8)
    this.#bytes.writeInt32BE(4, this.#end)
    this.#end = this.#bytes.writeInt32BE(value, this.#end + 4)
  }

  /** A safe integer as a bigint. */
  int8(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${value}`)
    this.#reserve(12)
    this.#bytes.writeInt32BE(8, this.#end)
    this.#bytes.writeInt32BE(Math.floor(value / WORD), this.#end + 4)
    this.#end = this.#bytes.writeUInt32BE(value >>> 0, this.#end + 8)
  }

  /** A day as 'YYYY-MM-DD'. */
  date(day: string): void {
    this.int4((Date.parse(day) - EPOCH_MS) / DAY_MS)
  }

  /** Everything written, as one statement's input, valid until the next `take`; writing begins anew. */
  take(): Buffer {
    this.#reserve(2)
    this.#end = this.#bytes.writeInt16BE(-1, this.#end)
    const taken = this.#bytes.subarray(0, this.#end)
    ;[this.#bytes, this.#other] = [this.#other, this.#bytes]
    this.#begin()
    return taken
  }

  #begin(): void {
    this.#end = SIGNATURE.copy(this.#bytes)
  }

  /** `version`: 1 puts the byte before the text that jsonb begins with. */
  #utf8(text: string, version: 0 | 1): void {
    // A UTF-16 unit is at most three bytes of UTF-8.
    this.#reserve(5 + text.length * 3)
    const lengthAt = this.#end
    if (version === 1) this.#bytes[lengthAt + 4] = version
    const from = lengthAt + 4 + version
    this.#end = from + this.#bytes.write(text, from, 'utf8')
    this.#bytes.writeInt32BE(this.#end - from + version, lengthAt)
    this.#textFrom = from
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + more))
    this.#bytes.copy(grown, 0, 0, this.#end)
    this.#bytes = grown
  }
}
