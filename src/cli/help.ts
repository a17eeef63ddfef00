interface Section {
  title?: string
  body: string
}

const titles: Record<string, string> = {
  Usage: '用法',
  Commands: '命令',
  Options: '选项',
  Examples: '示例',
  'For more info, run any command with the `--help` flag': '每个命令的说明',
}

/** The parser writes its help in English: the same sections in Chinese, with the program called as people call it. */
export function chineseHelp(sections: Section[]): Section[] {
  return sections.map(({ title, body }) => ({
    ...(title === undefined ? {} : { title: titles[title] ?? title }),
    body: body
      .replaceAll('$ taizhang', 'bin/taizhang')
      .replaceAll('pack-check', 'pack check')
      .replace('<command> [options]', '<命令> [选项]')
      .replace('Display this message', '显示这段说明')
      .replace('Display version number', '显示版本')
      .replace(' (default: true)', ''),
  }))
}

const faults: [RegExp, (named: string) => string][] = [
  [/^missing required args for command `\S+ (.+)`/, (named) => `缺少参数 ${named}`],
  [/^Unknown option `(.+)`/, (named) => `没有 ${named} 这个选项`],
  [/^option `(.+)` value is missing/, (named) => `选项 ${named} 后面缺少内容`],
  [/^Unused args: (.+)/, (named) => `多余的参数：${named.replaceAll('`', '')}`],
]

/** What is wrong with a command line, and where to read how it should be. */
export function chineseFault(message: string, command: string): string {
  for (const [spelling, say] of faults) {
    const found = spelling.exec(message)
    if (found !== null) return `${say(found[1] ?? '')}。用法见 bin/taizhang ${command} --help`
  }
  return `命令写得不对（${message}）。用法见 bin/taizhang ${command} --help`
}
