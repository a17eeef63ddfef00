import type { FormInstance } from 'antd'
import { Invalid } from '../../platform/errors.ts'
import type { Messages } from '../messages/zh.ts'

type FieldName = (string | number)[]

interface Problem {
  name: FieldName
  message: string
}

/**
 * Writes the problems that the server found to the fields of a form and brings the first of them into view with the
 * keyboard in it; whatever was typed stays. Answers whether every problem found its field: if not, show the error too.
 */
export function markProblems(form: FormInstance, error: unknown, messages: Messages): boolean {
  const problems = problemsOf(error, messages)
  const fitting = problems.map(({ name, message }) => ({ name: fieldOf(form, name), message }))
  const marked = fitting.flatMap(({ name, message }) => (name === null ? [] : [{ name, errors: [message] }]))
  form.setFields(marked)
  const [first] = marked
  if (first !== undefined) form.scrollToField(first.name, { block: 'center', focus: true })
  return problems.length > 0 && marked.length === problems.length
}

/** What a refused request says of its fields, in the language of the page; their names as paths, whether written `/fields/topic` or `fields.topic`. */
export function problemsOf(error: unknown, { failure }: Messages): Problem[] {
  if (!(error instanceof Invalid) || !Array.isArray(error.details['fields'])) return []
  return (error.details['fields'] as { field?: unknown; message?: unknown }[]).map(({ field, message }) => ({
    name: nameOf(String(field ?? '')),
    message: failure.field(error, typeof message === 'string' ? message : error.message),
  }))
}

function nameOf(field: string): FieldName {
  return field.split(/[./]/).filter((part) => part !== '').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** The field of the form that a problem belongs to: of that name, or the nearest one above it. */
function fieldOf(form: FormInstance, name: FieldName): FieldName | null {
  if (name.length === 0) return null
  const stands = form.getFieldsError().some((field) => field.name.join('/') === name.join('/'))
  return stands ? name : fieldOf(form, name.slice(0, -1))
}
