import type { RecordFilter } from '../../contract/list.ts'

/** What an address asks of a list; it says everything, so that a link shows a colleague the same list. */
export interface Asked {
  filter: RecordFilter
  sort: string
  page: number
  size: number
  /** Column ids, or null for the usual ones. */
  columns: string[] | null
  viewId: string | null
}

export const usualSort = '-occurredOn'
export const sizes = [20, 50, 100]
const usualSize = 50
const facetPrefix = 'f.'
const notFilled = '~'

export function readAsked(query: URLSearchParams): Asked {
  const size = Number(query.get('size') ?? usualSize)
  return {
    filter: filterOf(query),
    sort: query.get('sort') ?? usualSort,
    page: Math.max(1, Math.floor(Number(query.get('page') ?? 1)) || 1),
    size: sizes.includes(size) ? size : usualSize,
    columns: query.get('columns')?.split(',').filter((id) => id !== '') ?? null,
    viewId: query.get('view'),
  }
}

function filterOf(query: URLSearchParams): RecordFilter {
  const [search, from, to, unit, state] = ['search', 'from', 'to', 'unit', 'state'].map((name) => query.get(name) ?? '')
  const workflow = valuesOf(query.get('workflow'))
  return {
    ...(search ? { search } : {}),
    ...(from && isDay(from) ? { from } : {}),
    ...(to && isDay(to) ? { to } : {}),
    ...(unit ? { unit } : {}),
    ...(query.get('unitOnly') === 'yes' ? { unitOnly: true } : {}),
    ...(workflow.length > 0 ? { workflow } : {}),
    state: state === 'voided' || state === 'all' ? state : 'recorded',
    facets: Object.fromEntries(
      [...query].filter(([name]) => name.startsWith(facetPrefix)).map(([name, text]) => [name.slice(facetPrefix.length), valuesOf(text)]),
    ),
  }
}

/** The change of an address by which a facet is narrowed to values, '' among them meaning not filled. */
export function facetChange(field: string, values: string[]): Record<string, string | null> {
  return { [`${facetPrefix}${field}`]: values.length === 0 ? null : writtenValues(values), page: null }
}

export function writtenValues(values: string[]): string {
  return values.map((value) => (value === '' ? notFilled : encodeURIComponent(value))).join(',')
}

function valuesOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((value) => value !== '').map((value) => (value === notFilled ? '' : decoded(value)))
}

/** An address typed by hand may be no encoding at all. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The change of an address by which every filter goes; order and columns stay. */
export function noFilter(query: URLSearchParams): Record<string, null> {
  const names = ['search', 'from', 'to', 'unit', 'unitOnly', 'state', 'workflow', 'page']
  const facets = [...query.keys()].filter((name) => name.startsWith(facetPrefix))
  return Object.fromEntries([...names, ...facets].map((name) => [name, null]))
}

export function isNarrowed({ search, from, to, unit, state, workflow, facets }: RecordFilter): boolean {
  return [search, from, to, unit, workflow].some((part) => part !== undefined) || state !== 'recorded' || Object.keys(facets).length > 0
}

/** What a view keeps of an address: everything but the page and the view itself. */
export function keptAddress(query: URLSearchParams): string {
  const kept = [...query].filter(([name]) => name !== 'page' && name !== 'view').sort(([a], [b]) => (a < b ? -1 : 1))
  return new URLSearchParams(kept).toString()
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
