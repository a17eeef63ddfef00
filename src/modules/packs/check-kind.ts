import type { Scope } from './scope.ts'
import type { PackEntry } from './read-pack.ts'
import type { PackProblem, Path } from './problem.ts'
import type { Field, Kind, Workflow } from './schema/kind.ts'

/** Typed columns that a record version has for the fields of its kind. */
const COLUMNS = { text: 16, number: 8, date: 4 }

/** Mistakes of a kind that its schema cannot see: fields that are missing, of the wrong type, or too many. */
export function checkKind(kind: PackEntry<Kind>, scope: Scope): PackProblem[] {
  const problems: PackProblem[] = []
  const say = (path: Path, message: string) => problems.push({ file: kind.file, line: kind.lineOf(path), message })
  const { occurred, naming, fields } = kind.value
  if (fields[occurred]?.type !== 'date') say(['occurred'], `occurred 应指向一个 date 字段，没有日期字段“${occurred}”`)
  if (fields[naming]?.type !== 'text') say(['naming'], `naming 应指向一个 text 字段，没有文字字段“${naming}”`)
  for (const [id, field] of Object.entries(fields)) {
    for (const mistake of mistakesOf(field, scope)) say(['fields', id, ...mistake.path], mistake.message)
  }
  checkHeadings(fields, say)
  checkColumns(kind.value, say)
  if (kind.value.workflow !== undefined) checkWorkflow(kind.value.workflow, say)
  return problems
}

function mistakesOf(field: Field, scope: Scope): { path: Path; message: string }[] {
  const mistakes: { path: Path; message: string }[] = []
  const numeric = field.type === 'integer' || field.type === 'decimal'
  if (field.type === 'choice' && field.vocabulary === undefined) mistakes.push({ path: [], message: 'choice 字段要写 vocabulary（取值表）' })
  if (field.type !== 'choice' && field.vocabulary !== undefined) mistakes.push({ path: ['vocabulary'], message: '只有 choice 字段可以有 vocabulary' })
  if (field.vocabulary !== undefined && !scope.vocabularies.has(field.vocabulary)) {
    mistakes.push({ path: ['vocabulary'], message: `没有取值表“${field.vocabulary}”；本包及其 needs 中都没有` })
  }
  if (field.many > 1 && !(field.type === 'choice' && field.facet)) mistakes.push({ path: ['many'], message: 'many 只用于 facet: true 的 choice 字段' })
  if (field.facet && numeric) mistakes.push({ path: ['facet'], message: '数字字段不能作 facet' })
  if (field.type === 'decimal' && field.digits === undefined) mistakes.push({ path: [], message: 'decimal 字段要写 digits（小数位数）' })
  if (field.type !== 'decimal' && field.digits !== undefined) mistakes.push({ path: ['digits'], message: '只有 decimal 字段可以有 digits' })
  if (field.measure !== undefined && !numeric) mistakes.push({ path: ['measure'], message: '只有数字字段可以有 measure（量词）' })
  return mistakes
}

/** A ledger column must belong to one field only. */
function checkHeadings(fields: Kind['fields'], say: (path: Path, message: string) => void): void {
  const owner = new Map<string, string>()
  for (const [id, field] of Object.entries(fields)) {
    for (const heading of new Set([field.title, ...field.names])) {
      const other = owner.get(heading)
      if (other !== undefined) say(['fields', id], `列名“${heading}”已属于字段“${other}”，一个列名只能属于一个字段`)
      else owner.set(heading, id)
    }
  }
}

function checkColumns(kind: Kind, say: (path: Path, message: string) => void): void {
  const used = { text: 0, number: 0, date: 0 }
  for (const [id, field] of Object.entries(kind.fields)) {
    if (field.type === 'choice') used.text += field.many
    else if (field.type === 'text') used.text += field.facet && id !== kind.naming ? 1 : 0
    else if (field.type === 'date') used.date += id === kind.occurred ? 0 : 1
    else used.number += 1
  }
  if (used.text > COLUMNS.text) say(['fields'], `选项字段共占 ${used.text} 列，最多 ${COLUMNS.text} 列`)
  if (used.number > COLUMNS.number) say(['fields'], `数字字段共 ${used.number} 个，最多 ${COLUMNS.number} 个`)
  if (used.date > COLUMNS.date) say(['fields'], `日期字段（不含 occurred）共 ${used.date} 个，最多 ${COLUMNS.date} 个`)
}

const MOST_STATES = 12

/** Steps lead from states that exist to states that exist, and every state can be reached. */
function checkWorkflow({ states, verbs }: Workflow, say: (path: Path, message: string) => void): void {
  const [first, ...others] = Object.keys(states)
  if (first === undefined || others.length === 0) return say(['workflow', 'states'], '流程至少要有两个状态，第一个是新登记的状态')
  if (others.length >= MOST_STATES) say(['workflow', 'states'], `流程最多 ${MOST_STATES} 个状态`)
  for (const [id, { from, to }] of Object.entries(verbs)) {
    for (const state of from) if (states[state] === undefined) say(['workflow', 'verbs', id, 'from'], `没有状态“${state}”`)
    if (states[to] === undefined) say(['workflow', 'verbs', id, 'to'], `没有状态“${to}”`)
    if (from.includes(to)) say(['workflow', 'verbs', id, 'to'], `“${id}”从状态“${to}”回到它自己`)
  }
  const reached = new Set([first])
  for (const state of reached) {
    for (const { from, to } of Object.values(verbs)) if (from.includes(state)) reached.add(to)
  }
  for (const state of others) if (!reached.has(state)) say(['workflow', 'states', state], `没有一步能到状态“${state}”`)
}
