import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { placeOfData } from '../../data-folder.ts'
import { refuseUnfinishedDatabase, refuseUnfinishedFolder } from '../../platform/backup/unfinished.ts'
import { writeBackup, type WrittenBackup } from '../../platform/backup/write-backup.ts'
import { systemClock } from '../../platform/clock.ts'
import { runningOwnerUrl } from '../../platform/database/embedded/running.ts'
import { startEmbedded } from '../../platform/database/embedded/start.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { folderFileStore } from '../../platform/files/file-store.ts'
import { version } from '../../version.ts'
import type { Command, Terminal } from '../command.ts'
import { requirePlaceFor, saidOf } from '../write-whole.ts'

/** Writes everything that is kept into one file, while the program goes on; exit code 1 when a kept file has rotted. */
export const backupCommand: Command = {
  usage: 'backup <file>',
  description: '把全部台账连同佐证备份成一个文件，程序不必停；写完从头到尾核对一遍',
  options: [
    { flags: '--data <dir>', description: '数据目录' },
    { flags: '--force', description: '文件已存在时覆盖' },
    { flags: '--json', description: '以 JSON 输出' },
  ],
  examples: ['backup 台账-2026-03-05.tzb'],
  async run(input, terminal) {
    const path = input.word(0)
    await requirePlaceFor(path)
    const source = await openSource(input.text('data'))
    try {
      await refuseUnfinishedDatabase(source.ownerUrl)
      const { signal, progress } = terminal
      const written = await writeBackup(path, {
        ownerUrl: source.ownerUrl, files: folderFileStore(join(source.dataDir, 'files')),
        program: version, clock: systemClock, replace: input.flag('force'), signal, progress,
      }).catch((error: unknown) => {
        throw saidOf(error, path)
      })
      if (input.flag('json')) terminal.print(JSON.stringify(replyOf(path, written)))
      else tellOutcome(path, written, terminal)
      return written.contents.damaged.length > 0 ? 1 : 0
    } finally {
      await source.stop()
    }
  },
}

interface Source {
  dataDir: string
  ownerUrl: string
  stop(): Promise<void>
}

/** The database as it is: neither migrated nor taken from a program that serves it. */
async function openSource(requested: string | undefined): Promise<Source> {
  const { dataDir } = await placeOfData(requested, false)
  await refuseUnfinishedFolder(dataDir)
  if ((process.env['DATABASE_URL'] ?? '') !== '') {
    const ownerUrl = process.env['DATABASE_OWNER_URL']
    if (ownerUrl === undefined) throw new Invalid('owner-missing', '请用 DATABASE_OWNER_URL 提供属主角色的连接：备份要读出全部数据。')
    return { dataDir, ownerUrl, stop: async () => {} }
  }
  if ((await stat(join(dataDir, 'postgres')).catch(() => null)) === null) {
    throw new NotFound('no-records', `数据目录 ${dataDir} 里还没有台账数据，没有可备份的内容。请用 --data 指明数据目录。`)
  }
  const running = await runningOwnerUrl(dataDir)
  if (running !== null) return { dataDir: await realpath(dataDir), ownerUrl: running, stop: async () => {} }
  return { dataDir, ...(await startEmbedded({ dataDir, durable: true })) }
}

function replyOf(file: string, { head, contents, sha256, bytes }: WrittenBackup) {
  const { createdAt, program, schema, tenants } = head
  return { file, bytes, sha256, createdAt, program, schema: schema.version, tenants, rows: contents.rows, files: contents.files, damaged: contents.damaged }
}

function tellOutcome(path: string, { head, contents, sha256, bytes }: WrittenBackup, terminal: Terminal): void {
  const rows = Object.values(contents.rows).reduce((sum, count) => sum + count, 0)
  terminal.print(`备份已写入 ${path}（${(bytes / 1024 / 1024).toFixed(1)} MB），并已从头到尾核对。`)
  terminal.print(`文件的 SHA-256：${sha256}`)
  for (const { name, checkpoint } of head.tenants) terminal.print(`${name}  检查点：位置 ${checkpoint.position}，${checkpoint.hash}`)
  terminal.print(`共 ${head.tables.length} 张表 ${rows} 行，${contents.files} 个文件。`)
  for (const damaged of contents.damaged) terminal.tell(`文件 ${damaged} 在数据目录中已损坏，没有收入备份；请从更早的备份取回。`)
  terminal.tell('备份里有全部台账、佐证和账户密码的哈希，没有加密：请像数据目录一样保管，并把检查点另存一处。')
}
