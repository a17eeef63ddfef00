import { open } from 'node:fs/promises'
import { placeOfData, startServer } from '../../data-folder.ts'
import type { Contents, Head } from '../../platform/backup/format.ts'
import { checkBackup, restore, type Server } from '../../platform/backup/restore.ts'
import { systemClock } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { verify } from '../../verification.ts'
import type { Command, Terminal } from '../command.ts'
import { saidOf } from '../write-whole.ts'

/** Restores a backup to an empty place and verifies its log; exit code 1 when the log was already broken. */
export const restoreCommand: Command = {
  usage: 'restore <file>',
  description: '把备份恢复到空的数据目录，并按日志核对；加 --check 时只核对备份，不恢复',
  options: [
    { flags: '--data <dir>', description: '数据目录，须为空或还不存在' },
    { flags: '--check', description: '只把备份从头到尾核对一遍，不写任何东西' },
    { flags: '--json', description: '以 JSON 输出' },
  ],
  examples: ['restore 台账-2026-03-05.tzb --data 新目录', 'restore 台账-2026-03-05.tzb --check'],
  async run(input, terminal) {
    const path = input.word(0)
    const handle = await open(path, 'r').catch(() => {
      throw new Invalid('file-missing', `读不了备份文件：${path}`)
    })
    try {
      if (!(await handle.stat()).isFile()) throw new Invalid('not-a-file', `${path} 不是文件`)
      if (input.flag('check')) {
        const { head, contents } = await checkBackup(handle, terminal)
        if (input.flag('json')) terminal.print(JSON.stringify(replyOf(head, contents)))
        else tellBackup('备份完好', head, contents, terminal)
        return 0
      }
      const { dataDir } = await placeOfData(input.text('data'), false)
      const embedded = (process.env['DATABASE_URL'] ?? '') === ''
      if (!embedded && process.env['DATABASE_OWNER_URL'] === undefined) throw ownerMissing()
      const { head, contents, verdict } = await restore(handle, {
        dataDir, embedded, startServer: () => startOwnServer(dataDir), verify: verifyTenants(terminal), signal: terminal.signal, progress: terminal.progress,
      }).catch((error: unknown) => {
        throw saidOf(error, dataDir)
      })
      const sound = verdict.every(({ broken }) => broken === null)
      if (input.flag('json')) terminal.print(JSON.stringify({ ...replyOf(head, contents), dataDir, sound, verified: verdict }))
      else {
        tellBackup(`已恢复到 ${dataDir}`, head, contents, terminal)
        for (const { name, events, versions, broken } of verdict) {
          terminal.print(broken === null ? `${name}  日志完好：${events} 个事件、${versions} 个记录版本都与日志一致。` : `${name}  备份时日志就已被改动，第一处在位置 ${broken.position}：${broken.reason}`)
        }
        terminal.tell('登录没有恢复，所有人须重新登录；密码照旧。')
      }
      return sound ? 0 : 1
    } finally {
      await handle.close()
    }
  },
}

async function startOwnServer(dataDir: string): Promise<Server> {
  const { url, ownerUrl, stop } = await startServer(dataDir)
  if (ownerUrl === undefined) throw ownerMissing()
  return { url, ownerUrl, stop }
}

function ownerMissing(): Invalid {
  return new Invalid('owner-missing', '请用 DATABASE_OWNER_URL 提供属主角色的连接：恢复要建立数据表。')
}

/** Replays each tenant's log against what was restored, up to the checkpoint that the backup carries. */
function verifyTenants(terminal: Terminal) {
  return async (url: string, { tenants }: Head) => {
    const database = await openDatabase({ url, clock: systemClock })
    try {
      const found = []
      for (const { tenantId, name, checkpoint } of tenants) {
        const onProgress = ({ position, of }: { position: number; of: number }) => {
          terminal.signal.throwIfAborted()
          terminal.progress(`正在按日志核对：${position}/${of}`)
        }
        found.push({ tenantId, name, ...(await verify(database, tenantId, { anchor: checkpoint, onProgress })) })
      }
      return found
    } finally {
      await database.close()
    }
  }
}

function replyOf({ createdAt, program, schema, tenants }: Head, { rows, files, damaged }: Contents) {
  return { createdAt, program, schema: schema.version, tenants, rows, files, damaged }
}

function tellBackup(what: string, head: Head, contents: Contents, terminal: Terminal): void {
  const rows = Object.values(contents.rows).reduce((sum, count) => sum + count, 0)
  terminal.print(`${what}：${head.createdAt} 由版本 ${head.program} 写出，${head.tables.length} 张表 ${rows} 行，${contents.files} 个文件。`)
  for (const { name, checkpoint } of head.tenants) terminal.print(`${name}  检查点：位置 ${checkpoint.position}，${checkpoint.hash}`)
  if (contents.damaged.length > 0) terminal.tell(`备份时有 ${contents.damaged.length} 个文件已损坏，没有收入。`)
}
