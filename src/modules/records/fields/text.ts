import type { FieldType } from './field-type.ts'

const LONGEST = 4000

// Line breaks and tabs belong to text; other control characters come from damaged files.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const LONE_SURROGATE = /\p{Surrogate}/u

/** Free text; a column holds it only where it is a facet or the name of the record. */
export const text: FieldType = {
  column: 't',
  check: problemOf,
  toColumn: (value) => value,
}

/** What keeps a text from being stored, in Chinese. */
export function problemOf(value: unknown): string | null {
  if (typeof value !== 'string') return '应为文字'
  if (value.trim() === '') return '不能为空'
  if (value.length > LONGEST) return `文字过长（${value.length} 字），最多 ${LONGEST} 字`
  if (CONTROL.test(value) || LONE_SURROGATE.test(value)) return '含有无法保存的控制字符或残缺字符'
  return null
}
