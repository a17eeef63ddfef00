import type { Heading } from './heading.ts'
import { matchColumns, matchGeneric, type Match } from './columns.ts'
import { sheetForm, wholeSheetForm, type KindNames, type Names } from './names.ts'
import { normal } from './normal.ts'

export type KindFound = { kind: KindNames; matches: Match[]; reason: string } | { kind: null; reason: string }

interface Candidate {
  kind: KindNames
  matches: Match[]
  sheet: number
  score: number
}

/**
 * The kind of a sheet: by its name, then the title above its heading, then the columns.
 * The kind's date and its naming field must be among them.
 */
export function findKind(sheet: string, title: string, heading: Heading, names: Names): KindFound {
  const candidates = names.kinds.map((kind) => candidate(kind, sheet, title, heading)).sort((a, b) => b.score - a.score)
  const [best, second] = candidates.filter(isComplete)
  const named = candidates.find((other) => other.sheet >= 100 && !isComplete(other))
  if (named !== undefined && (best === undefined || best.sheet < named.sheet)) return { kind: null, reason: missing(named) }
  if (best === undefined) return { kind: null, reason: '表头与任何一种台账都对不上' }
  if (best.sheet === 0 && knownColumns(best) < 3) return { kind: null, reason: '工作表名称和表头都认不出是哪种台账，可把工作表改名为会议、培训、活动等台账的种类' }
  if (best.sheet === 0 && second !== undefined && second.score === best.score) {
    return { kind: null, reason: `分不清是“${best.kind.kind.title}”还是“${second.kind.kind.title}”，请把工作表改名为其中之一` }
  }
  return { kind: best.kind, matches: best.matches, reason: best.sheet > 0 ? '按名称和表头' : '按表头' }
}

function candidate(kind: KindNames, sheet: string, title: string, heading: Heading): Candidate {
  const bySheet = Math.max(likeness(sheet, kind.sheets, 100), likeness(title, kind.sheets, 40))
  // A sheet that says its kind may call its columns by words that every kind could claim.
  const matches = bySheet > 0 ? matchGeneric(matchColumns(heading, kind), kind.kind) : matchColumns(heading, kind)
  const columns = matches.reduce((sum, match) => sum + columnScore(kind, match), 0)
  return { kind, matches, sheet: bySheet, score: bySheet * 3 + columns }
}

/** A column under the field's own title tells more than one under a name that many kinds share. */
function columnScore(kind: KindNames, { field, how, heading }: Match): number {
  if (field === null || field === 'unit') return 0
  if (how === 'contained') return 4
  return normal(kind.kind.fields[field]?.title ?? '') === normal(heading) ? 15 : 8
}

/** `most` when equal, less when contained (the later and longer the name, the more), 0 when not. */
function likeness(text: string, sheets: KindNames['sheets'], most: number): number {
  const form = sheetForm(text)
  if (form === '') return 0
  if (sheets.whole.has(wholeSheetForm(text))) return most + 30
  if (sheets.bare.includes(form)) return most + 20
  const contained = sheets.bare.filter((name) => name.length >= 2 && form.includes(name))
  if (contained.length === 0) return 0
  return Math.max(...contained.map((name) => most * 0.3 + name.length * 4 + (form.endsWith(name) ? 6 : 0)))
}

const has = (matches: Match[], field: string) => matches.some((match) => match.field === field)

const isComplete = ({ kind, matches }: Candidate) => has(matches, kind.kind.occurred) && has(matches, kind.kind.naming)

const knownColumns = ({ matches }: Candidate) => matches.filter(({ field, how }) => field !== null && how === 'equal').length

function missing({ kind, matches }: Candidate): string {
  const absent = [kind.kind.occurred, kind.kind.naming].filter((field) => !has(matches, field))
  return `名称像“${kind.kind.title}”，但缺少列：${absent.map((field) => kind.kind.fields[field]?.title ?? field).join('、')}`
}
