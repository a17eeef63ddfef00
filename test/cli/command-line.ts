import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { makeTemporaryFolder } from '../../src/platform/database/embedded/data-folder.ts'

export interface Outcome {
  code: number
  printed: string[]
  told: string[]
}

/** Runs one command line as the program does, and keeps what it says. */
export async function run(...words: string[]): Promise<Outcome> {
  const printed: string[] = []
  const told: string[] = []
  const code = await main(words, {
    print: (line) => void printed.push(line),
    tell: (line) => void told.push(line),
    progress: () => {},
    signal: new AbortController().signal,
  })
  return { code, printed, told }
}

/** The one object that a command prints with --json. */
export async function runJson<Shape>(...words: string[]): Promise<{ code: number; shown: Shape }> {
  const { code, printed } = await run(...words, '--json')
  if (printed.length !== 1) throw new Error(`Not one line of JSON: ${printed.join('\n')}`)
  return { code, shown: JSON.parse(printed[0] ?? '') as Shape }
}

/** A folder for one test, which names files below it; the database's own account may pass through it. */
export async function testFolder(): Promise<{ path: string; put(name: string, content: string | Uint8Array): Promise<string> }> {
  const path = await makeTemporaryFolder('taizhang-cli-')
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return {
    path,
    put: async (name, content) => {
      await writeFile(join(path, name), content)
      return join(path, name)
    },
  }
}

/** An invented bureau’s report of 2025 with two missing figures, one of which no ledger below counts. */
export const report = `云江市交通运输局（虚构）2025年网络意识形态工作责任制落实情况的报告
全年召开网络意识形态工作专题会议x次，召开意识形态领域分析研判会4次，走访企业x家。
`

/** Three meetings of 2026: two special ones on the network, one of analysis. */
export const ledger = `召开日期,会议名称,会议类别,主题
2026年3月2日,第一次专题会议,专题会议,网络意识形态
2026年6月1日,第二次专题会议,专题会议,网络意识形态
2026年7月1日,形势研判会,分析研判会,意识形态
`
