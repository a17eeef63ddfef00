import { createHash } from 'node:crypto'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Invalid } from '../errors.ts'
import { readBackup } from './read-backup.ts'
import { writeArchive, type NewEntry } from './write-archive.ts'

interface Part {
  name: string
  content: string | Buffer
  type?: 'file' | 'symlink'
}

const { signal } = new AbortController()
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const minutes = Buffer.from('会议纪要 '.repeat(2000))
const head = {
  format: 1,
  program: '0.1.0',
  createdAt: '2026-03-05T08:00:00.000Z',
  schema: { version: 1, migrations: [{ version: 1, name: '001-log.sql', sha256: '0'.repeat(64) }] },
  tenants: [{ tenantId: 1, name: '云江市交通运输局（虚构）', demo: false, checkpoint: { position: 7, hash: 'a'.repeat(64) } }],
  tables: [{ name: 'events', columns: ['tenant_id', 'position'] }],
}
const table = [{ name: 'tables/events/000001', content: 'first half' }, { name: 'tables/events/000002', content: 'second half' }]
const file = { name: `files/${sha256(minutes)}`, content: minutes }

/** What comes after the parts that the others check. */
function ending(before: Part[], change: object = {}): Part[] {
  const bytes = before.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
  const files = before.filter(({ name }) => name.startsWith('files/')).length
  return [{ name: 'contents.json', content: JSON.stringify({ rows: { events: 2 }, sequences: [], files, bytes, damaged: [], ...change }) }]
}

const begun = (change: object = {}): Part => ({ name: 'backup.json', content: JSON.stringify({ ...head, ...change }) })
const manifestOf = (parts: Part[]) => parts.map(({ name, content }) => `${sha256(content)} ${Buffer.byteLength(content)} ${name}\n`).join('')
const whole = [begun(), ...table, file]

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** An archive as another program would write it. */
async function archiveOf(parts: Part[], manifest = manifestOf(parts)): Promise<Buffer> {
  const tar = pack()
  for (const { name, content, type = 'file' } of [...parts, { name: 'manifest.txt', content: manifest }]) {
    if (type === 'symlink') tar.entry({ name, type, linkname: '/etc/passwd' })
    else tar.entry({ name, type }, Buffer.from(content))
  }
  tar.finalize()
  return gzipSync(await buffer(tar as unknown as Readable))
}

async function read(bytes: Buffer) {
  const path = join(folder, 'given.tzb')
  await writeFile(path, bytes)
  const handle = await open(path, 'r')
  const tables: string[] = []
  const files: number[] = []
  try {
    const found = await readBackup(handle, {
      table: async ({ name }, pieces) => void tables.push(`${name}: ${await buffer(Readable.from(pieces))}`),
      file: async (_sha256, length) => void files.push(length),
    }, signal)
    return { ...found, tables, files }
  } finally {
    await handle.close()
  }
}

describe('readBackup', () => {
  it('reads what any tar program writes, a table in pieces as one', async () => {
    expect(await read(await archiveOf([...whole, ...ending(whole)]))).toMatchObject({
      head, contents: { files: 1 }, tables: ['events: first halfsecond half'], files: [minutes.length],
    })
  })

  it.each<[string, Part[], object?]>([
    ['a name that climbs out of the folder', [begun(), ...table, { name: '../../etc/cron.d/job', content: 'x' }]],
    ['an absolute name', [begun(), ...table, { name: '/etc/passwd', content: 'x' }]],
    ['a name that climbs below files', [begun(), ...table, { name: `files/../${'a'.repeat(64)}`, content: 'x' }]],
    ['a link', [begun(), ...table, { name: file.name, content: '', type: 'symlink' }]],
    ['a name too long for the plain format', [begun(), ...table, { name: `files/${'a'.repeat(300)}`, content: 'x' }]],
    ['a file that is not what it is named by', [begun(), ...table, { name: `files/${'a'.repeat(64)}`, content: 'x' }]],
    ['a file twice', [...whole, file]],
    ['a table that the head does not name', [begun(), ...table, { name: 'tables/accounts/000001', content: 'x' }]],
    ['a table of the head that is missing', [begun(), file]],
    ['a piece of a table that is missing', [begun(), { name: 'tables/events/000001', content: 'x' }, { name: 'tables/events/000003', content: 'x' }]],
    ['a column of a strange name', [begun({ tables: [{ name: 'events', columns: ['a"; drop table events'] }] }), ...table]],
    ['a table of a strange name', [begun({ tables: [{ name: 'pg_temp.events', columns: ['a'] }] }), ...table]],
    ['another count of files', whole, { files: 2 }],
    ['a head too large', [begun({ program: 'x'.repeat(5_000_000) }), ...table]],
  ])('refuses %s', async (_what, parts, change) => {
    await expect(read(await archiveOf([...parts, ...ending(parts, change)]))).rejects.toMatchObject({ code: 'backup-damaged' })
  })

  it('refuses a manifest that says otherwise', async () => {
    const parts = [...whole, ...ending(whole)]
    await expect(read(await archiveOf(parts, manifestOf(parts).replace('000001', '000002')))).rejects.toThrow('内容与清单不符')
  })

  it('refuses the format of a later program by its number, before anything else of it', async () => {
    await expect(read(await archiveOf([begun({ format: 2, tables: 'elsewhere' })]))).rejects.toMatchObject({ code: 'backup-format', message: expect.stringContaining('格式是第 2 版') })
  })

  it('refuses a file cut short anywhere, and one in which a bit was flipped', async () => {
    const bytes = await archiveOf([...whole, ...ending(whole)])
    const sound = await read(bytes)
    for (let cut = 1; cut <= 20; cut += 1) {
      await expect(read(bytes.subarray(0, Math.floor((bytes.length * cut) / 21)))).rejects.toBeInstanceOf(Invalid)
    }
    for (let at = 20; at < bytes.length; at += 41) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const outcome: unknown = await read(flipped).catch((error: unknown) => error)
      // A bit that pads the compressed stream means nothing: then every byte read is the same.
      if (!(outcome instanceof Invalid)) expect(outcome).toEqual(sound)
    }
  })

  it('refuses a tar of nothing, another file and none', async () => {
    await expect(read(gzipSync(Buffer.alloc(1024)))).rejects.toMatchObject({ code: 'backup-damaged' })
    await expect(read(Buffer.from('PK\x03\x04'))).rejects.toMatchObject({ code: 'not-a-backup' })
    await expect(read(Buffer.alloc(0))).rejects.toMatchObject({ code: 'not-a-backup' })
  })
})

describe('writeArchive', () => {
  it('writes what any tar program reads, and the manifest of it', async () => {
    const parts = [...whole, ...ending(whole)]
    async function* entries(): AsyncGenerator<NewEntry> {
      yield* parts.map(({ name, content }) => ({ name, bytes: Buffer.byteLength(content), pieces: [Buffer.from(content)] }))
    }
    const path = join(folder, 'written.tzb')
    const handle = await open(path, 'wx+')
    await writeArchive(handle, entries(), signal)
    await handle.close()
    const found: [string, string][] = []
    const tar = extract()
    Readable.from([gunzipSync(await readFile(path))]).pipe(tar as unknown as NodeJS.WritableStream)
    for await (const entry of tar) found.push([entry.header.name, sha256(await buffer(entry as unknown as Readable))])
    const manifest = { name: 'manifest.txt', content: manifestOf(parts) }
    expect(found).toEqual([...parts, manifest].map(({ name, content }) => [name, sha256(content)]))
  })
})
