/** What is wrong with a field, from the rules that page and server share; the English beside the Chinese it stands for. */
const english: [RegExp, string][] = [
  [/^必须填写$/, 'Required'],
  [/^不能为空$/, 'Must not be empty'],
  [/^应为日期.*$/, 'A day, for example 2026-03-05'],
  [/^应为数字$/, 'A number'],
  [/^应为整数$/, 'A whole number'],
  [/^应为文字$/, 'A text'],
  [/^数字过大$/, 'The number is too large'],
  [/^小数最多 (\d+) 位$/, 'At most $1 decimal places'],
  [/^文字过长（(\d+) 字），最多 (\d+) 字$/, '$1 characters, at most $2'],
  [/^含有无法保存.*$/, 'Holds characters that cannot be kept'],
  [/^“(.*)”不在“(.*)”之内，可填：(.*)$/s, '“$1” is not one of: $3'],
  [/^.*没有这个字段$/, 'The kind of record has no such field'],
  [/^没有这种台账$/, 'There is no such kind of record'],
  [/^只能填一个值$/, 'One value only'],
  [/^最多填 (\d+) 个值$/, 'At most $1 values'],
  [/^填了重复的值$/, 'A value stands twice'],
]

/** The problem in English; as it is where nobody has said it in English yet. */
export function problemInEnglish(problem: string): string {
  const found = english.find(([pattern]) => pattern.test(problem))
  return found === undefined ? problem : problem.replace(found[0], found[1])
}
