import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import { inChinese, problemsOf, type PackProblem, type Path } from './problem.ts'

/** A parsed YAML file: its value, and the line on which any part of it stands. */
export interface YamlFile<T> {
  file: string
  value: T
  lineOf: (path: Path) => number
}

/** Far above any real entry; a file that nests deeper is refused before the parser recurses into it. */
const MAX_DEPTH = 40

/** Parses and validates one file. Mistakes become problems with file and line; then the result is null. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>, problems: PackProblem[]): YamlFile<T> | null {
  if (nestsTooDeep(text)) {
    problems.push({ file, line: 1, message: `嵌套超过 ${MAX_DEPTH} 层，不是制度包文件` })
    return null
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      problems.push({ file, line: lines.linePos(error.pos[0]).line, message: syntaxMessage(error.code, error.message) })
    }
    return null
  }
  const lineOf = (path: Path) => lines.linePos(offsetOf(document, path)).line
  const value = valueOf(document, file, problems)
  if (value === undefined) return null
  const parsed = schema.safeParse(value.content, inChinese)
  if (!parsed.success) {
    problems.push(...problemsOf(parsed.error, file, lineOf))
    return null
  }
  return { file, value: parsed.data, lineOf }
}

function valueOf(document: Document, file: string, problems: PackProblem[]): { content: unknown } | undefined {
  try {
    return { content: document.toJS({ maxAliasCount: 50 }) }
  } catch {
    problems.push({ file, line: 1, message: '引用（&、*）过多或指向不存在的内容，请直接写出内容' })
    return undefined
  }
}

function syntaxMessage(code: string, original: string): string {
  if (code === 'DUPLICATE_KEY') return '同一名称写了两次，请删去一个'
  if (code === 'TAB_AS_INDENT') return '缩进只能用空格，不能用制表符'
  if (code === 'BAD_INDENT') return '缩进不对齐，请与同级内容对齐'
  return `YAML 写法有误：${original}`
}

/** Start of the deepest existing part of `path`; for the last step of a map, of its name. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = startOf(node)
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === String(step))
      if (pair === undefined) return offset
      offset = startOf(pair.key)
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (node === undefined) return offset
      offset = startOf(node)
    } else return offset
  }
  return offset
}

function startOf(node: unknown): number {
  const range = (node as Node | null)?.range
  return range?.[0] ?? 0
}

/** Brackets and indentation are the two ways YAML nests. */
function nestsTooDeep(text: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === '[' || character === '{') open++
    else if (character === ']' || character === '}') open = Math.max(0, open - 1)
    if (open > MAX_DEPTH) return true
  }
  return new RegExp(`^(?: {${MAX_DEPTH * 2},}|[ ]*(?:[-?:] ){${MAX_DEPTH},})\\S`, 'm').test(text)
}
