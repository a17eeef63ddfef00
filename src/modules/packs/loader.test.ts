import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadPacks } from './loader.ts'

const made: string[] = []
afterAll(() => Promise.all(made.map((dir) => rm(dir, { recursive: true, force: true }))))

const manifest = (id: string, needs: string[] = []) => `id: ${id}
title: 试验包
version: 1.0.0
licence: MIT
needs: [${needs.join(', ')}]
source: { rule: 试验 }
`

const vocabulary = `title: 类别
source: { rule: 试验 }
values:
  small: { title: 小, synonyms: [小型] }
  large: { title: 大 }
`

const kind = `title: 事项
source: { rule: 试验 }
occurred: date
naming: title
fields:
  date: { title: 日期, type: date }
  title: { title: 名称, type: text }
  size: { title: 大小, type: choice, vocabulary: sizes, facet: true }
  amount: { title: 数量, type: integer, measure: 个 }
`

const metric = `title: 事项数
source: { rule: 试验 }
kind: thing
form: count
measures: [件]
phrases: [事项]
`

const sound = {
  'pack.yaml': manifest('one'),
  'vocabularies/sizes.yaml': vocabulary,
  'kinds/thing.yaml': kind,
  'metrics/things.yaml': metric,
}

async function packs(...all: Record<string, Record<string, string>>[]): Promise<{ root: string; dirs: string[] }> {
  const root = await mkdtemp(path.join(tmpdir(), 'packs-'))
  made.push(root)
  const dirs: string[] = []
  for (const [id, files] of all.flatMap((one) => Object.entries(one))) {
    dirs.push(path.join(root, id))
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, id, name)), { recursive: true })
      await writeFile(path.join(root, id, name), text)
    }
  }
  return { root, dirs }
}

async function problemsOf(...all: Record<string, Record<string, string>>[]): Promise<string[]> {
  const { root, dirs } = await packs(...all)
  const { problems } = await loadPacks(dirs)
  return problems.map(({ file, line, message }) => `${path.relative(root, file)}:${line} ${message}`)
}

/** The sound pack with one file changed or added. */
const broken = (name: string, text: string) => problemsOf({ one: { ...sound, [name]: text } })

describe('loadPacks', () => {
  it('merges entries with the pack that brought them, needed packs first', async () => {
    const { dirs } = await packs({ two: { 'pack.yaml': manifest('two', ['one']), 'metrics/more.yaml': metric } }, { one: sound })
    const { catalogue, problems } = await loadPacks(dirs)
    expect(problems).toEqual([])
    expect(catalogue.packs.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(catalogue.metrics.get('more')).toMatchObject({ id: 'more', pack: 'two', kind: 'thing' })
    expect(catalogue.kinds.get('thing')?.fields['size']).toMatchObject({ many: 1, required: false, names: [] })
  })

  it('reports a missing pack.yaml', async () => {
    expect(await problemsOf({ one: { 'kinds/thing.yaml': kind } })).toContain('one/pack.yaml:1 没有这个文件')
  })

  it('reports an id that is not the folder name', async () => {
    expect(await broken('pack.yaml', manifest('other'))).toEqual(['one/pack.yaml:1 id 是“other”，文件夹名是“one”，两者应当相同'])
  })

  it('reports needs that form a circle, and a pack that is not there', async () => {
    const problems = await problemsOf(
      { one: { ...sound, 'pack.yaml': manifest('one', ['two']) } },
      { two: { 'pack.yaml': manifest('two', ['one', 'none']) } },
    )
    expect(problems).toEqual(['two/pack.yaml:5 needs 成了环：one → two → one', 'two/pack.yaml:5 需要制度包“none”，但没有找到它'])
  })

  it('reports an id used by two packs', async () => {
    const problems = await problemsOf({ one: sound }, { two: { 'pack.yaml': manifest('two', ['one']), 'kinds/thing.yaml': kind } })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^two\/kinds\/thing\.yaml:1 标识“thing”已被 .*one\/kinds\/thing\.yaml 使用/)
  })

  it('does not see entries of a pack that it does not need', async () => {
    expect(await problemsOf({ one: sound }, { two: { 'pack.yaml': manifest('two'), 'metrics/more.yaml': metric } })).toEqual([
      'two/metrics/more.yaml:3 没有台账类型“thing”；本包及其 needs 中都没有',
    ])
  })

  it.each([
    ['a syntax error', 'kinds/thing.yaml', kind.replace('naming: title', 'naming: "title'), /^one\/kinds\/thing\.yaml:\d+ YAML 写法有误/],
    ['a name written twice', 'kinds/thing.yaml', `${kind}title: 又一次\n`, /:10 同一名称写了两次/],
    ['an unknown word', 'metrics/things.yaml', `${metric}colour: red\n`, /:7 不认识“colour”/],
    ['a missing word', 'metrics/things.yaml', metric.replace('kind: thing\n', ''), /:1 kind：必须填写/],
    ['a wrong sort of value', 'kinds/thing.yaml', kind.replace('title: 事项', 'title: [事项]'), /:1 title：应为文字/],
    ['a value outside the list', 'metrics/things.yaml', metric.replace('count', 'total'), /:4 form：/],
    ['an id that is not kebab-case', 'metrics/Things.yaml', metric, /Things\.yaml:1 文件名应为小写英文/],
    ['another extension', 'metrics/things2.yml', metric, /things2\.yml:1 文件名应为/],
    ['a vocabulary that is not there', 'kinds/thing.yaml', kind.replace('sizes', 'colours'), /:8 没有取值表“colours”/],
    ['a choice without vocabulary', 'kinds/thing.yaml', kind.replace('vocabulary: sizes, ', ''), /:8 choice 字段要写 vocabulary/],
    ['an occurred that is no date', 'kinds/thing.yaml', kind.replace('occurred: date', 'occurred: title'), /:3 occurred 应指向一个 date 字段/],
    ['a naming that is no text', 'kinds/thing.yaml', kind.replace('naming: title', 'naming: size'), /:4 naming 应指向一个 text 字段/],
    ['a decimal without digits', 'kinds/thing.yaml', kind.replace('integer', 'decimal'), /:9 decimal 字段要写 digits/],
    ['many without facet', 'kinds/thing.yaml', kind.replace('facet: true', 'many: 2'), /:8 many 只用于/],
    ['a heading of two fields', 'kinds/thing.yaml', kind.replace('title: 数量', 'title: 名称'), /:9 列名“名称”已属于字段“title”/],
    ['more columns than there are', 'kinds/thing.yaml', kind + Array.from({ length: 9 }, (_, n) => `  n${n}: { title: 数${n}, type: integer }\n`).join(''), /:5 数字字段共 10 个，最多 8 个/],
    ['a word of two values', 'vocabularies/sizes.yaml', `${vocabulary}  huge: { title: 小型 }\n`, /:6 “小型”已是取值“small”的写法/],
    ['a sum without field', 'metrics/things.yaml', metric.replace('count', 'sum'), /:4 form: sum 要写 field/],
    ['a sum of a text', 'metrics/things.yaml', `${metric.replace('count', 'sum')}field: title\n`, /:7 字段“title”不是数字/],
    ['a field that is not there', 'metrics/things.yaml', `${metric.replace('count', 'sum')}field: weight\n`, /:7 台账类型“thing”没有字段“weight”/],
    ['a share without part', 'metrics/things.yaml', metric.replace('count', 'share'), /:4 form: share 要写 part/],
    ['a rate without part', 'metrics/things.yaml', metric.replace('count', 'rate'), /:4 form: rate 要写 part/],
    ['a change of nothing', 'metrics/things.yaml', metric.replace('count', 'change'), /:4 form: change 要写 of/],
    ['a change of a metric that is not there', 'metrics/things.yaml', `${metric.replace('count', 'change')}of: none\n`, /:7 没有指标“none”/],
    ['a change of itself', 'metrics/things.yaml', `${metric.replace('count', 'change')}of: things\n`, /:7 “things”本身是同比/],
    ['a condition on a field that is not there', 'metrics/things.yaml', `${metric}where: { colour: [red] }\n`, /:7 台账类型“thing”没有字段“colour”/],
    ['a condition outside a closed vocabulary', 'metrics/things.yaml', `${metric}where: { size: [huge] }\n`, /:7 取值表“sizes”没有“huge”/],
    ['a condition on a number', 'metrics/things.yaml', `${metric}where: { amount: ['3'] }\n`, /:7 字段“amount”既不是选项/],
    ['a metric that no report could mean', 'metrics/things.yaml', metric.replace('phrases: [事项]\n', ''), /:1 要写 phrases 或 phrasesFrom/],
    ['an example with a wrong metric', 'examples/a.yaml', "title: 例\nperiod: '2026'\ngiven: []\nexpect:\n  - { metric: none, value: 1 }\n", /a\.yaml:5 没有指标“none”/],
    ['an example with a wrong value', 'examples/a.yaml', "title: 例\nperiod: '2026'\ngiven:\n  - { kind: thing, fields: { size: huge } }\nexpect:\n  - { metric: things, value: 1 }\n", /a\.yaml:4 取值表“sizes”没有“huge”/],
    ['a report with a mark that is not explained', 'reports/r/body.md', '共{{things}}件\n', /reports\/r\/template\.yaml:1 没有这个文件/],
  ])('reports %s with its line', async (_, name, text, expected) => {
    const problems = await broken(name, text)
    expect(problems.some((problem) => expected.test(problem)), problems.join('\n')).toBe(true)
  })

  it('reports marks of a report that stand for nothing, are not used, or point nowhere', async () => {
    const template = `title: 报告\nsource: { rule: 试验 }\nperiod: year\nmarks:\n  things: { metric: none }\n  unused: { name: x局 }\n`
    const problems = await problemsOf({ one: { ...sound, 'reports/r/template.yaml': template, 'reports/r/body.md': '共{{things}}件\n由{{who}}办理\n' } })
    expect(problems).toEqual([
      'one/reports/r/body.md:2 标记“{{who}}”没有在 template.yaml 的 marks 中说明',
      'one/reports/r/template.yaml:5 没有指标“none”',
      'one/reports/r/template.yaml:6 标记“unused”没有在 body.md 中使用',
    ])
  })

  it('refuses a file of more than 256 KiB before reading it', async () => {
    expect(await broken('kinds/thing.yaml', `${kind}#${'x'.repeat(300_000)}`)).toContainEqual(expect.stringMatching(/^one\/kinds\/thing\.yaml:1 文件大小/))
  })

  it.each([
    ['brackets', `a: ${'['.repeat(5000)}`],
    ['list signs', `${'- '.repeat(5000)}a`],
    ['indentation', Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}a:`).join('\n')],
  ])('refuses %s nested without end', async (_, text) => {
    expect(await broken('kinds/thing.yaml', text)).toContainEqual(expect.stringMatching(/^one\/kinds\/thing\.yaml:1 嵌套超过/))
  })

  it('refuses references that multiply', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[n]}`).join(',')}]`)]
    expect(await broken('kinds/thing.yaml', bomb.join('\n'))).toContainEqual(expect.stringMatching(/引用（&、\*）过多/))
  })
})
