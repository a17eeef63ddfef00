/** A field of a new kind as the form knows it. */
export interface NewField {
  title: string
  type: 'text' | 'date' | 'integer' | 'decimal' | 'choice'
  required: boolean
  facet: boolean
  measure: string
  choices: string[]
}

export interface NewKind {
  id: string
  title: string
  source: string
  fields: NewField[]
  /** Null makes no metric. */
  counted: { phrases: string[]; measure: string } | null
}

export interface NewMetric {
  id: string
  title: string
  source: string
  kind: string
  form: 'count' | 'sum' | 'share'
  measure: string
  phrases: string[]
  field: string | null
  where: Record<string, string[]>
  part: Record<string, string[]>
}

export type Files = Record<string, string>

/** The files of a new kind: itself, a vocabulary for each of its choices, and the metric that counts its records. */
export function kindFiles({ id, title, source, fields, counted }: NewKind): Files {
  const ids = idsOf(fields)
  const choices = fields.flatMap((field, n) => (field.type === 'choice' ? [[`${id}-${ids[n] ?? ''}`, field] as const] : []))
  const lines = fields.map((field, n) => `  ${ids[n] ?? ''}: ${flow(fieldParts(field, `${id}-${ids[n] ?? ''}`))}`)
  const kind = [
    `title: ${scalar(title)}`, `source: ${flow({ rule: source })}`, 'occurred: date', 'naming: title', 'fields:',
    '  date: { title: 日期, type: date, required: true }', '  title: { title: 名称, type: text, required: true }', ...lines, '',
  ].join('\n')
  return {
    [`kinds/${id}.yaml`]: kind,
    ...Object.fromEntries(choices.map(([name, field]) => [`vocabularies/${name}.yaml`, vocabularyText(field, source)])),
    ...(counted === null ? {} : metricFiles({
      id: `${id}-count`, title: `${title}次数`, source, kind: id, form: 'count', measure: counted.measure, phrases: counted.phrases, field: null, where: {}, part: {},
    })),
  }
}

/** The file of a new metric. */
export function metricFiles({ id, title, source, kind, form, measure, phrases, field, where, part }: NewMetric): Files {
  const text = [
    `title: ${scalar(title)}`, `source: ${flow({ rule: source })}`, `kind: ${kind}`, `form: ${form}`, `measures: ${list([form === 'share' ? '%' : measure])}`,
    ...(form === 'share' ? ['digits: 2'] : []),
    ...(form === 'sum' && field !== null ? [`field: ${field}`] : []),
    ...(Object.keys(where).length > 0 ? [`where: ${condition(where)}`] : []),
    ...(form === 'share' && Object.keys(part).length > 0 ? [`part: ${condition(part)}`] : []),
    `phrases: ${list(phrases)}`, '',
  ].join('\n')
  return { [`metrics/${id}.yaml`]: text }
}

/** The first id of this beginning that is not taken: own-1, own-2. */
export function freeId(taken: ReadonlySet<string>, beginning: string): string {
  let n = 1
  while (taken.has(`${beginning}-${n}`)) n += 1
  return `${beginning}-${n}`
}

/** Ids of fields by what they are, since a Chinese title gives none: number-1, choice-2. */
export function idsOf(fields: NewField[]): string[] {
  const names = { text: 'text', date: 'day', integer: 'number', decimal: 'amount', choice: 'choice' }
  return fields.map(({ type }, n) => `${names[type]}-${n + 1}`)
}

function fieldParts({ title, type, required, facet, measure }: NewField, vocabulary: string): Record<string, string | number | boolean> {
  const isNumber = type === 'integer' || type === 'decimal'
  return {
    title, type,
    ...(type === 'choice' ? { vocabulary } : {}),
    ...(required ? { required } : {}),
    ...(facet && !isNumber ? { facet } : {}),
    ...(type === 'decimal' ? { digits: 2 } : {}),
    ...(isNumber && measure !== '' ? { measure } : {}),
  }
}

function vocabularyText({ title, choices }: NewField, source: string): string {
  return [`title: ${scalar(title)}`, 'open: true', `source: ${flow({ rule: source })}`, 'values:', ...choices.map((choice, n) => `  value-${n + 1}: ${flow({ title: choice })}`), ''].join('\n')
}

function condition(parts: Record<string, string[]>): string {
  return `{ ${Object.entries(parts).map(([field, values]) => `${field}: ${list(values)}`).join(', ')} }`
}

function flow(parts: Record<string, string | number | boolean>): string {
  return `{ ${Object.entries(parts).map(([name, value]) => `${name}: ${typeof value === 'string' ? scalar(value) : String(value)}`).join(', ')} }`
}

function list(values: string[]): string {
  return values.length === 0 ? '[]' : `[ ${values.map(scalar).join(', ')} ]`
}

/** A text as YAML: plain where it can only be read as text, else quoted as JSON, which YAML reads too. */
function scalar(text: string): string {
  return /^[\p{Script=Han}][\p{Script=Han}\p{L}\p{N}（）《》·、“”—…-]*$/u.test(text) || /^[a-z][a-z0-9-]*[a-z0-9]$/.test(text) && !/^(true|false|null|yes|no|on|off)$/.test(text) ? text : JSON.stringify(text)
}
