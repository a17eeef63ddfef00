import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8 } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { ledger, report, run, testFolder } from './command-line.ts'

/** The head of a compound file, as .doc and encrypted documents have it, with a name of one of its streams. */
const compound = (name: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])])

describe('a command line that cannot be done', () => {
  it.each([
    ['no report', ['scan'], '缺少参数 <report>'],
    ['an unknown option', ['scan', '报告.txt', '--bogus'], '没有 --bogus 这个选项'],
    ['an option without its value', ['fill', '报告.txt', '--out'], '选项 --out <file> 后面缺少内容'],
    ['too much', ['verify', '什么'], '多余的参数：什么'],
    ['no such file', ['scan', '没有.txt'], '找不到文件：没有.txt'],
    ['no period', ['fill', '没有.txt', '--out', '今年.docx'], '请用 --period 说明本期'],
    ['no place for the outcome', ['fill', '没有.txt', '--period', '2026'], '请用 --out 说明'],
    ['a period that is none', ['fill', '没有.txt', '--period', '去年', '--out', '今年.docx'], '去年'],
    ['no such folder for the outcome', ['fill', '没有.txt', '--period', '2026', '--out', '没有/今年.docx'], '没有文件夹 没有'],
    ['no such folder for the workbook', ['scan', '没有.txt', '--ledger-template', '没有/台账.xlsx'], '没有文件夹 没有'],
    ['a year that is none', ['import', '没有.csv', '--year', '26'], '--year'],
    ['no such pack', ['pack', 'check', '没有'], '找不到制度包的文件夹：没有'],
    ['a port that is none', ['start', '--port', 'abc'], '--port'],
  ])('is refused in one Chinese line: %s', async (_, words, line) => {
    const { code, printed, told } = await run(...words)
    expect(code).toBe(2)
    expect(printed).toEqual([])
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(line)
  })

  it('is an unknown command, with the list of those there are', async () => {
    const shown = vi.spyOn(console, 'info').mockImplementation(() => {})
    const { code, told } = await run('填')
    expect(code).toBe(2)
    expect(told).toEqual(['没有“填”这个命令。'])
    expect(shown.mock.calls.join('\n')).toContain('命令:')
    shown.mockRestore()
  })

  it('says the same to a program that reads JSON, with a stable code', async () => {
    const { code, printed } = await run('scan', '没有.txt', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({ error: { code: 'file-missing' } })
  })
})

describe('a file that cannot be read', { timeout: 120_000 }, () => {
  const sound = strToU8('PK\u0003\u0004')
  it.each<[string, string, Uint8Array, RegExp]>([
    ['a .doc', '报告.doc', compound('WordDocument'), /另存为.*docx/],
    ['an encrypted document', '报告.docx', compound('EncryptedPackage'), /密码|加密/],
    ['a truncated document', '报告.docx', sound, /不完整|损坏/],
    ['a picture', '报告.png', sound, /类型不支持/],
  ])('is refused by scan, fill and check in one line, and nothing is written: %s', async (_, name, bytes, line) => {
    const folder = await testFolder()
    const file = await folder.put(name, bytes)
    const table = await folder.put('会议.csv', ledger)
    const attempts = [
      ['scan', file, '--ledger-template', join(folder.path, '台账.xlsx')],
      ['fill', file, '--ledger', table, '--period', '2026', '--out', join(folder.path, '今年.docx')],
      ['check', file, '--ledger', table, '--period', '2026'],
    ]
    for (const words of attempts) {
      const { code, printed, told } = await run(...words)
      expect({ code, printed, lines: told.length }).toEqual({ code: 2, printed: [], lines: 1 })
      expect(told[0]).toMatch(line)
    }
    expect((await readdir(folder.path)).sort()).toEqual([name, '会议.csv'].sort())
  })

  it('is a truncated workbook: fill names it and writes nothing', async () => {
    const folder = await testFolder()
    const whole = await writeXlsx({ sheets: [{ name: '会议', rows: ledger.trim().split('\n').map((line) => line.split(',')) }] })
    const broken = await folder.put('台账.xlsx', whole.subarray(0, whole.length / 2))
    const { code, printed, told } = await run('fill', await folder.put('去年.txt', report), '--ledger', broken, '--period', '2026', '--out', join(folder.path, '今年.docx'))
    expect({ code, printed, lines: told.length }).toEqual({ code: 2, printed: [], lines: 1 })
    expect(told[0]).toContain('台账.xlsx')
    expect((await readdir(folder.path)).sort()).toEqual(['去年.txt', '台账.xlsx'].sort())
  })
})
