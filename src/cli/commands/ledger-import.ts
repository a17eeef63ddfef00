import { importLedger, readLedger } from '../../modules/exchange/contract.ts'
import { Invalid } from '../../platform/errors.ts'
import { sendLedger } from '../bring-ledger.ts'
import type { Command } from '../command.ts'
import { readLedgerFiles } from '../read-files.ts'
import { openDataWorkplace } from '../workplace.ts'

/** Imports ledgers into the data folder as one batch, or with --dry-run only shows how they would be read. */
export const importCommand: Command = {
  usage: 'import <...files>',
  description: '把台账（.xlsx、.csv 或文件夹）导入数据目录；有一处错误就全部不导入',
  options: [
    { flags: '--dry-run', description: '只看会怎样读，不导入' },
    { flags: '--year <year>', description: '日期没写年份时按哪一年' },
    { flags: '--data <dir>', description: '数据目录' },
    { flags: '--json', description: '以 JSON 输出' },
  ],
  examples: ['import 2026年台账.xlsx --dry-run', 'import 台账文件夹'],
  async run(input, terminal) {
    const year = yearOf(input.text('year'))
    const ledger = await readLedgerFiles(input.words)
    terminal.progress('正在打开数据库…')
    const workplace = await openDataWorkplace(input.text('data'))
    try {
      const call = { body: { files: await sendLedger(workplace, ledger), year } }
      terminal.signal.throwIfAborted()
      const dry = input.flag('dryRun')
      terminal.progress(dry ? '正在读台账…' : '正在导入…')
      const outcome = dry ? await workplace.client.call(readLedger, call) : await workplace.client.call(importLedger, call)
      if (input.flag('json')) terminal.print(JSON.stringify(outcome))
      else {
        for (const line of outcome.lines) terminal.print(line)
        terminal.print('imported' in outcome ? `已导入 ${outcome.imported} 条记录。` : `可导入 ${outcome.records} 条记录，错误 ${outcome.errorCount} 处；没有改动任何数据。`)
      }
      return outcome.errorCount > 0 ? 1 : 0
    } finally {
      await workplace.close()
    }
  },
}

function yearOf(text: string | undefined): number | undefined {
  if (text !== undefined && !/^(19|20)\d{2}$/.test(text)) throw new Invalid('bad-year', `--year 应为四位年份，例如 2026，不是“${text}”`)
  return text === undefined ? undefined : Number(text)
}
