import { parseDocument } from 'yaml'

interface Texts {
  path: string
  before: string | null
  after: string | null
}

type Entry = Record<string, unknown>

const names: Record<string, string> = { kinds: '台账类型', metrics: '指标', vocabularies: '词表', duties: '责任事项', calendars: '日历', examples: '算例', reports: '报告模板' }

const lists: Record<string, string> = { phrases: '说法', measures: '计量单位', sheets: '表名', phrasesFrom: '取自限定的说法', facets: '可用的限定' }
const maps: Record<string, string> = { fields: '字段', values: '取值', states: '状态', verbs: '步骤', marks: '标记' }
const parts: Record<string, string> = {
  title: '名称', en: '英文名称', source: '出处', form: '算法', kind: '台账', field: '计算字段', over: '分母字段', where: '条件', part: '分子条件', excluding: '剔除条件',
  digits: '小数位数', absent: '空缺时的取值', narrows: '限定作用于', of: '所比指标', open: '是否开放', occurred: '日期字段', naming: '名称字段', workflow: '流程', version: '版本', needs: '所需制度包',
  given: '给定的记录', expect: '应得的结果', body: '正文',
}

/** What a changed file of a pack means, in Chinese sentences: 指标“会议次数”：说法增加“专题会议”. */
export function differenceWords({ path, before, after }: Texts): string[] {
  const what = thingOf(path, after ?? before)
  if (before === null) return [`新增${what}`]
  if (after === null) return [`删去${what}`]
  const [old, next] = [entryOf(before), entryOf(after)]
  if (old === null || next === null) return [`${what}：文字有改动`]
  const changes = changesOf(old, next)
  return changes.length === 0 ? [`${what}：只改了写法或注释`] : changes.map((change) => `${what}：${change}`)
}

function thingOf(path: string, text: string | null): string {
  const [folder = '', ...rest] = path.split('/')
  if (folder === 'pack.yaml') return '制度包说明'
  const id = rest.join('/').replace(/\.yaml$/, '')
  const title = text === null ? undefined : entryOf(text)?.['title']
  return `${names[folder] ?? '文件'}“${typeof title === 'string' ? title : id}”`
}

function changesOf(old: Entry, next: Entry): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].flatMap((key) => {
    const [before, after] = [old[key], next[key]]
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    if (key in lists) return membersChanged(lists[key] ?? key, listOf(before), listOf(after))
    if (key in maps) return entriesChanged(maps[key] ?? key, mapOf(before), mapOf(after))
    const name = parts[key] ?? key
    if (isPlain(before) && isPlain(after)) return [`${name}由“${String(before)}”改为“${String(after)}”`]
    return [before === undefined ? `增加${name}` : after === undefined ? `去掉${name}` : `${name}有改动`]
  })
}

function membersChanged(name: string, before: string[], after: string[]): string[] {
  const [added, removed] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))]
  const said = [...(added.length > 0 ? [`${name}增加${quoted(added)}`] : []), ...(removed.length > 0 ? [`${name}去掉${quoted(removed)}`] : [])]
  return said.length > 0 ? said : [`${name}的次序有改动`]
}

function entriesChanged(name: string, before: Entry, after: Entry): string[] {
  const titles = (ids: string[], of: Entry) => quoted(ids.map((id) => titleOf(of[id]) ?? id))
  const added = Object.keys(after).filter((id) => !Object.hasOwn(before, id))
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id))
  const changed = Object.keys(after).filter((id) => Object.hasOwn(before, id) && JSON.stringify(before[id]) !== JSON.stringify(after[id]))
  return [
    ...(added.length > 0 ? [`增加${name}${titles(added, after)}`] : []),
    ...(removed.length > 0 ? [`去掉${name}${titles(removed, before)}`] : []),
    ...(changed.length > 0 ? [`${name}${titles(changed, after)}有改动`] : []),
  ]
}

function entryOf(text: string): Entry | null {
  try {
    const document = parseDocument(text)
    const content: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 50 })
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as Entry) : null
  } catch {
    return null
  }
}

function titleOf(value: unknown): string | null {
  const title = (value as { title?: unknown } | null | undefined)?.title
  return typeof title === 'string' ? title : null
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function mapOf(value: unknown): Entry {
  return typeof value === 'object' && value !== null ? (value as Entry) : {}
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function quoted(words: string[]): string {
  return words.map((word) => `“${word}”`).join('、')
}
