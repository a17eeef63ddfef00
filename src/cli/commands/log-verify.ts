import { verifyLog } from '../../platform/events/contract.ts'
import type { Command } from '../command.ts'
import { openDataWorkplace } from '../workplace.ts'

/** Recomputes the whole log; exit code 1 when anything in it was changed. */
export const verifyCommand: Command = {
  usage: 'verify',
  description: '重算日志链并重放全部事件，核对记录有没有被改动；指出第一处破损的位置',
  options: [
    { flags: '--data <dir>', description: '数据目录' },
    { flags: '--json', description: '以 JSON 输出' },
  ],
  examples: ['verify'],
  async run(input, terminal) {
    terminal.progress('正在核对日志…')
    const workplace = await openDataWorkplace(input.text('data'))
    try {
      const found = await workplace.client.call(verifyLog, { body: {} })
      if (input.flag('json')) terminal.print(JSON.stringify(found))
      else if (found.broken === null) {
        terminal.print(`日志完好：${found.events} 个事件、${found.versions} 个记录版本都与日志一致。`)
        terminal.print(`检查点：位置 ${found.checkpoint.position}，${found.checkpoint.hash}`)
      } else {
        terminal.print(`日志已被改动${found.broken.position === null ? '' : `，第一处在位置 ${found.broken.position}`}：${found.broken.reason}`)
      }
      return found.sound ? 0 : 1
    } finally {
      await workplace.close()
    }
  },
}
