import { stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { exampleRunner } from '../../modules/metrics/run-example.ts'
import { checkPack } from '../../modules/packs/check.ts'
import { packsIn } from '../../modules/packs/shipped.ts'
import type { PackProblem } from '../../modules/packs/problem.ts'
import { systemClock } from '../../platform/clock.ts'
import { openThrowAway } from '../../platform/database/throwaway.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Command, Terminal } from '../command.ts'

/** Checks a pack, or every pack of a folder, and runs its examples in a throw-away database. */
export const packCheckCommand: Command = {
  usage: 'pack check <dir>',
  description: '检查制度包：文件、行号和错误，并运行其中的例子',
  options: [{ flags: '--json', description: '以 JSON 输出' }],
  examples: ['pack check packs', 'pack check packs/common'],
  async run(input, terminal) {
    const dir = input.word(0)
    const found = await stat(dir).catch(() => null)
    if (found?.isDirectory() !== true) throw new Invalid('folder-missing', `找不到制度包的文件夹：${dir}`)
    const within = await packsIn(dir)
    const dirs = within.length > 0 ? within : [dir]
    const problems = (await Promise.all(dirs.map((pack) => checkPack(pack)))).flat()
    if (problems.length === 0) problems.push(...(await runExamples(dirs, terminal)))
    if (input.flag('json')) terminal.print(JSON.stringify({ problems }))
    else {
      for (const { file, line, message } of problems) terminal.print(`${relative('.', file)}:${line} ${message}`)
      terminal.print(problems.length === 0 ? `${dirs.length} 个制度包没有问题。` : `共 ${problems.length} 处问题。`)
    }
    return problems.length > 0 ? 1 : 0
  },
}

/** Only packs that read well have examples worth a database. */
async function runExamples(dirs: string[], terminal: Terminal): Promise<PackProblem[]> {
  const database = await openThrowAway({ clock: systemClock })
  try {
    const problems = []
    for (const pack of dirs) {
      terminal.progress(`正在运行 ${pack} 的例子…`)
      problems.push(...(await checkPack(pack, exampleRunner(database))))
    }
    return problems
  } finally {
    await database.close()
  }
}
