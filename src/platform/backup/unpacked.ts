import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Invalid } from '../errors.ts'
import { damaged } from './format.ts'
import { bytesOf } from './handle-bytes.ts'

// What a gigabyte unpacks from is not a two-hundredth of it, save where someone made it so to fill a disk.
const MOST_RATIO = 200
const FREE_BYTES = 1024 ** 3
const CHUNK_BYTES = 256 * 1024

/** The unpacked bytes of a gzipped file from its beginning, to be taken in lengths that the reader knows beforehand. */
export class Unpacked {
  readonly #chunks: AsyncIterator<Buffer>
  readonly #close: () => void
  #rest: Buffer = Buffer.alloc(0)

  constructor(handle: FileHandle, signal: AbortSignal) {
    const packed = Readable.from(bytesOf(handle, signal), { objectMode: false })
    const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
    packed.on('error', (error) => gunzip.destroy(error))
    packed.pipe(gunzip)
    this.#close = () => {
      packed.destroy()
      gunzip.destroy()
    }
    this.#chunks = bounded(gunzip, () => gunzip.bytesWritten)[Symbol.asyncIterator]()
  }

  /** The next bytes, exactly as many. @throws {Invalid} `backup-damaged` where fewer are left */
  async exactly(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(length)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  /** The next `length` bytes as they arrive. */
  async *pieces(length: number): AsyncGenerator<Buffer> {
    for (let missing = length; missing > 0; ) {
      if (this.#rest.length === 0) this.#rest = (await this.#next()) ?? raise(damaged('在中途断掉了'))
      const piece = this.#rest.subarray(0, missing)
      this.#rest = this.#rest.subarray(piece.length)
      missing -= piece.length
      yield piece
    }
  }

  /** Whether nothing is left; reads to the end, where the checksum of the packed file stands. */
  async isAtEnd(): Promise<boolean> {
    return this.#rest.length === 0 && (await this.#next()) === null
  }

  close(): void {
    this.#close()
  }

  async #next(): Promise<Buffer | null> {
    try {
      const { value, done } = await this.#chunks.next()
      return done === true ? null : value
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (code === 'Z_BUF_ERROR') throw damaged('在中途断掉了')
      if (code.startsWith('Z_')) throw damaged('压缩数据的校验不符')
      throw error
    }
  }
}

async function* bounded(chunks: AsyncIterable<Buffer>, packedBytes: () => number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > FREE_BYTES && bytes > packedBytes() * MOST_RATIO) {
      throw new Invalid('backup-unpacks-too-large', `这个文件展开后超过自身的 ${MOST_RATIO} 倍，不是台账写出的备份。没有改动任何东西。`)
    }
    yield chunk
  }
}

function raise(error: Error): never {
  throw error
}
