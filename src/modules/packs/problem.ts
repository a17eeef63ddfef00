import { z } from 'zod'

/** A mistake in a pack, for the person who writes it: `line` is 1-based, `message` is Chinese. */
export interface PackProblem {
  file: string
  line: number
  message: string
}

export type Path = readonly PropertyKey[]

const chinese = z.locales.zhCN().localeError

const KINDS_OF_VALUE: Record<string, string> = {
  string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表', object: '一组“名称: 值”', record: '一组“名称: 值”',
}

/** The issues of a failed zod parse as problems; `lineOf` finds the line of a path inside the file. */
export function problemsOf(error: z.ZodError, file: string, lineOf: (path: Path) => number): PackProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          file,
          line: lineOf([...issue.path, key]),
          message: `${placeOf(issue.path)}不认识“${key}”，请检查拼写或删去`,
        }))
      : [{ file, line: lineOf(issue.path), message: `${placeOf(issue.path)}${wordsFor(issue)}` }],
  )
}

/** Zod's own messages in Chinese, for the parses whose issues become problems. */
export const inChinese: { error: z.core.$ZodErrorMap } = {
  error: (issue) => {
    if (issue.code !== 'invalid_type') return chinese(issue)
    if (issue.input === undefined) return '必须填写'
    return `应为${KINDS_OF_VALUE[issue.expected] ?? issue.expected}`
  },
}

function placeOf(path: Path): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')}：`
}

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_key') return issue.message
  return issue.issues[0]?.message ?? issue.message
}
