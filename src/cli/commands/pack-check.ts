import { relative } from 'node:path'
import { exampleRunner } from '../../modules/metrics/run-example.ts'
import { checkPack } from '../../modules/packs/check.ts'
import { packsIn } from '../../modules/packs/shipped.ts'
import { systemClock } from '../../platform/clock.ts'
import { openThrowAway } from '../../platform/database/throwaway.ts'
import type { Command } from '../command.ts'

/** Checks a pack, or every pack of a folder, and runs its examples in a throw-away database. */
export const packCheckCommand: Command = {
  usage: 'pack check <dir>',
  description: '检查制度包：文件、行号和错误，并运行其中的例子',
  options: [{ flags: '--json', description: '以 JSON 输出' }],
  examples: ['pack check packs', 'pack check packs/common'],
  async run(input, terminal) {
    const dir = input.word(0)
    const within = await packsIn(dir)
    const dirs = within.length > 0 ? within : [dir]
    const database = await openThrowAway({ clock: systemClock })
    try {
      const problems = []
      for (const pack of dirs) {
        terminal.progress(`正在检查 ${pack}…`)
        problems.push(...(await checkPack(pack, exampleRunner(database))))
      }
      if (input.flag('json')) terminal.print(JSON.stringify({ problems }))
      else {
        for (const { file, line, message } of problems) terminal.print(`${relative('.', file)}:${line} ${message}`)
        terminal.print(problems.length === 0 ? `${dirs.length} 个制度包没有问题。` : `共 ${problems.length} 处问题。`)
      }
      return problems.length > 0 ? 1 : 0
    } finally {
      await database.close()
    }
  },
}
