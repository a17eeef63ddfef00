import { z } from 'zod'
import { Invalid } from '../errors.ts'

/**
 * A backup is a gzipped ustar archive, in this order:
 * `backup.json` (Head) · `tables/<name>/<n>` (COPY binary, in pieces) · `files/<sha256>` · `contents.json` (Contents) ·
 * `manifest.txt` (SHA-256, size and name of everything before it).
 */
export const FORMAT = 1
export const HEAD_NAME = 'backup.json'
export const CONTENTS_NAME = 'contents.json'
export const MANIFEST_NAME = 'manifest.txt'

export const LONGEST_JSON_BYTES = 4 * 1024 * 1024
export const PIECE_BYTES = 4 * 1024 * 1024
export const LARGEST_FILE_BYTES = 4 * 1024 ** 3
export const MOST_ENTRIES = 10_000_000

const DbName = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.number().int().nonnegative()

export const Head = z.strictObject({
  format: z.literal(FORMAT),
  program: z.string().max(40),
  createdAt: z.iso.datetime(),
  schema: z.strictObject({
    version: z.number().int().positive(),
    migrations: z.array(z.strictObject({ version: z.number().int().positive(), name: z.string().max(100), sha256: Sha256 })).max(1000),
  }),
  tenants: z
    .array(z.strictObject({
      tenantId: z.number().int().positive(),
      name: z.string().max(1000),
      demo: z.boolean(),
      checkpoint: z.strictObject({ position: Count, hash: Sha256 }),
    }))
    .min(1)
    .max(10_000),
  tables: z.array(z.strictObject({ name: DbName, columns: z.array(DbName).min(1).max(1600) })).min(1).max(1000),
})

export type Head = z.output<typeof Head>

export const Contents = z.strictObject({
  rows: z.record(DbName, Count),
  sequences: z.array(z.strictObject({ name: DbName, value: z.string().regex(/^-?\d{1,19}$/), called: z.boolean() })).max(1000),
  files: Count,
  /** All entries before this one, unpacked. */
  bytes: Count,
  /** Files left out because their bytes are no longer those they are named by. */
  damaged: z.array(Sha256).max(10_000),
})

export type Contents = z.output<typeof Contents>

export function tablePieceName(table: string, piece: number): string {
  return `tables/${table}/${String(piece).padStart(6, '0')}`
}

export function fileName(sha256: string): string {
  return `files/${sha256}`
}

/** The hash by which an entry names a file; null for another entry. */
export function fileHashOf(name: string): string | null {
  return /^files\/([0-9a-f]{64})$/.exec(name)?.[1] ?? null
}

/** @throws {Invalid} `backup-format` for a format of later programs, `backup-damaged` */
export function parseHead(bytes: Buffer): Head {
  const read = parsed(bytes)
  const { format } = z.object({ format: z.number().int().positive() }).safeParse(read).data ?? {}
  if (format !== undefined && format !== FORMAT) {
    throw new Invalid('backup-format', `备份的格式是第 ${format} 版，本程序只认识第 ${FORMAT} 版。请用写出它的那个版本或更新的程序恢复；没有改动任何东西。`, { format, known: FORMAT })
  }
  return orDamaged(Head.safeParse(read), HEAD_NAME)
}

/** @throws {Invalid} `backup-damaged` */
export function parseContents(bytes: Buffer): Contents {
  return orDamaged(Contents.safeParse(parsed(bytes)), CONTENTS_NAME)
}

/** Said of every file that is not, to its end, what a backup must be. */
export function damaged(what: string): Invalid {
  return new Invalid('backup-damaged', `这个备份不完整或已损坏：${what}。没有改动任何东西；请换一份备份。`, { what })
}

function orDamaged<T>({ data }: { data?: T | undefined }, name: string): T {
  if (data === undefined) throw damaged(`${name} 的内容不符合格式`)
  return data
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
