import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Invalid, NotFound } from '../errors.ts'

export interface StoredFile {
  sha256: string
  bytes: number
}

/** Content-addressed files: what is stored is named by its SHA-256 and never changes. */
export interface FileStore {
  /** Stores a stream of at most `limitBytes`; nothing is kept of a longer one. */
  put(source: Readable, limitBytes: number): Promise<StoredFile>
  /** The bytes of a stored file; NotFound when there is none of that hash. */
  get(sha256: string): Promise<Uint8Array>
  /** The same as a stream, for whoever need not hold all of it at once. */
  open(sha256: string): Promise<Readable>
  /** How many bytes a stored file has; NotFound when there is none of that hash. */
  size(sha256: string): Promise<number>
}

export function folderFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const found = async (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Invalid('file-hash', '文件标识应为 64 位十六进制的 SHA-256')
    const path = pathOf(sha256)
    const { size } = await stat(path).catch(() => {
      throw new NotFound('file-missing', `没有这个文件：${sha256.slice(0, 12)}…`)
    })
    return { path, size }
  }
  return {
    async put(source, limitBytes) {
      const arriving = join(folder, 'arriving', randomUUID())
      await mkdir(dirname(arriving), { recursive: true })
      const measure = measuring(limitBytes)
      try {
        await pipeline(source, measure.stream, createWriteStream(arriving, { flush: true, mode: 0o600 }))
        const stored = measure.result()
        const path = pathOf(stored.sha256)
        await mkdir(dirname(path), { recursive: true })
        await rename(arriving, path)
        return stored
      } catch (error) {
        await rm(arriving, { force: true })
        throw error
      }
    },
    get: async (sha256) => readFile((await found(sha256)).path),
    open: async (sha256) => createReadStream((await found(sha256)).path),
    size: async (sha256) => (await found(sha256)).size,
  }
}

function measuring(limitBytes: number) {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > limitBytes) {
        done(new Invalid('file-too-large', `文件超过上限 ${Math.floor(limitBytes / 1024 / 1024)} MB`))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, result: (): StoredFile => ({ sha256: hash.digest('hex'), bytes }) }
}
