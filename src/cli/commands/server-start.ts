import { replayClock } from '../../demo/build.ts'
import { demonstrate } from '../../demo/demonstrate.ts'
import { Invalid } from '../../platform/errors.ts'
import { startServer } from '../../server.ts'
import type { Command } from '../command.ts'

const usualPort = 8230

/** Serves the program until it is interrupted; with --demo it first does the main job on the invented bureau. */
export const startCommand: Command = {
  usage: 'start',
  description: '启动程序；加 --demo 时先用虚构的交通运输局演示一遍',
  options: [
    { flags: '--data <dir>', description: '数据目录，默认 ./data' },
    { flags: '--port <port>', description: `端口，默认 ${usualPort}` },
    { flags: '--demo', description: '使用演示数据（虚构）' },
  ],
  examples: ['start', 'start --demo --port 9000'],
  async run(input, terminal) {
    const port = Number(input.text('port') ?? usualPort)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Invalid('bad-port', '--port 应为 0 到 65535 之间的整数')
    const demo = input.flag('demo')
    const clock = replayClock()
    const server = await startServer({
      requested: input.text('data'),
      port,
      demo,
      clock,
      tell: (line) => terminal.tell(line),
      prepare: async (data, catalogue) => {
        if (demo) await demonstrate(data, catalogue, { ...terminal, clock })
      },
    }).catch((error: unknown) => {
      if (terminal.signal.aborted) return null
      throw error
    })
    if (server === null) {
      terminal.tell('已停止；下次启动会接着做。')
      return 0
    }
    terminal.tell(`台账已启动：${server.url}（按 Ctrl-C 停止）`)
    await interrupted(terminal.signal)
    terminal.tell('正在停止…')
    await server.stop()
    return 0
  },
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
