import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { run } from './command-line.ts'

describe('asking for help', () => {
  let shown: MockInstance<typeof console.info>
  beforeEach(() => {
    shown = vi.spyOn(console, 'info').mockImplementation(() => {})
  })
  afterEach(() => shown.mockRestore())

  it('lists every command', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, told: [] })
    const text = shown.mock.calls.join('\n')
    for (const command of ['start', 'scan <report>', 'fill <report>', 'check <report>', 'import <...files>', 'verify', 'backup <file>', 'restore <file>', 'password <login>', 'pack check <dir>']) expect(text).toContain(command)
  })

  it.each([
    [['start'], ['--data <dir>', '--port <port>', '--demo']],
    [['scan'], ['--ledger-template <file>', '--json']],
    [['fill'], ['--ledger <path>', '--period <period>', '--out <file>', '--no-annex', '--json']],
    [['check'], ['--ledger <path>', '--period <period>', '--json']],
    [['import'], ['--dry-run', '--data <dir>', '--json']],
    [['verify'], ['--data <dir>', '--json']],
    [['backup'], ['--data <dir>', '--force', '--json']],
    [['restore'], ['--data <dir>', '--check', '--json']],
    [['password'], ['--data <dir>']],
    [['pack', 'check'], ['--json']],
  ])('explains %s with its options and an example, in Chinese', async (words, options) => {
    expect(await run(...words, '--help')).toMatchObject({ code: 0, told: [], printed: [] })
    const text = shown.mock.calls.join('\n')
    for (const part of ['用法:', '选项:', '示例:', `bin/taizhang ${words.join(' ')}`, ...options]) expect(text).toContain(part)
    expect(text).not.toMatch(/Usage|Options|Display|default/)
  })
})
