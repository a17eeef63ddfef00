import type { Condition, Metric } from '../packs/schema/metric.ts'
import type { ColumnMap, FieldPlace } from '../records/columns.ts'

/** One of the columns holds one of the values; with null, all of them are empty. */
export interface Test {
  columns: string[]
  values: string[] | null
}

/** Records that meet every test of `all`, none of `none`, and, unless it is empty, at least one of `any`. */
export interface Filter {
  all: Test[]
  none: Test[]
  any: Test[]
}

/** A metric over typed columns. Value, numerator, denominator, exclusions and lists all read these same filters. */
export interface Plan {
  form: Exclude<Metric['form'], 'change'>
  /** The records the number stands on: the denominator of a share or rate. */
  counted: Filter
  /** The numerator of a share or rate. */
  part: Filter | null
  excluded: Filter | null
  field: FieldPlace | null
  over: FieldPlace | null
  /** What an empty `field` counts for, in its smallest measure. */
  absent: number | null
}

/** A number to be read off the records that meet a filter; `column`s are numeric unless they are counted as values. */
export type Aggregate =
  | { what: 'count'; filter: Filter }
  | { what: 'sum'; column: string; absent: number | null; filter: Filter }
  | { what: 'distinct'; columns: string[]; filter: Filter }
  | { what: 'newest' | 'newest-day'; column: string; filter: Filter }

/** What has to be read to answer one question; see `Tally`. */
export interface Reading {
  /** All records of the kind, unit and period, whatever their facets. */
  present: Aggregate
  records: Aggregate
  excluded: Aggregate | null
  /** Records in which `field` is filled in. */
  filled: Aggregate | null
  amount: Aggregate | null
  whole: Aggregate | null
  newestOn: Aggregate | null
}

/**
 * Compiles a metric with its narrowing facets to filters over the columns of its kind.
 *
 * @returns null when the tenant keeps no column for a field that it needs: the kind was not adopted, or not in full
 */
export function compile(metric: Metric, facets: Record<string, string>, columns: ColumnMap): Plan | null {
  if (metric.form === 'change') throw new Error('A change is computed from two figures')
  const narrowing = Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value]]))
  const narrowsPart = metric.narrows === 'part'
  const testsOf = (...conditions: Condition[]) => conditions.flatMap((condition) => tests(condition, columns))
  const where = testsOf(metric.where, narrowsPart ? {} : narrowing)
  const part = testsOf(metric.part ?? {}, narrowsPart ? narrowing : {})
  const field = placeOf(metric.field, columns)
  const over = placeOf(metric.over, columns)
  const out = [...testsOf(metric.excluding), ...incomparable(metric, field, over)]
  const needed = [...where, ...part, ...out]
  if (needed.includes(null) || field === 'missing' || over === 'missing' || columns.size === 0) return null
  const counted = { all: known(where), none: known(out), any: [] }
  const divides = metric.form === 'share' || metric.form === 'rate'
  return {
    form: metric.form,
    counted,
    part: divides ? { ...counted, all: [...counted.all, ...known(part)] } : null,
    excluded: out.length === 0 ? null : { all: counted.all, none: [], any: known(out) },
    field,
    over,
    absent: metric.absent === undefined || field === null ? null : metric.absent * 10 ** field.digits,
  }
}

/** What to read so that the plan can be answered. */
export function readingOf({ form, counted, part, excluded, field, over, absent }: Plan): Reading {
  const [column = ''] = field?.columns ?? []
  const filled: Filter = field === null ? counted : { ...counted, none: [...counted.none, { columns: field.columns, values: null }] }
  const reading: Reading = {
    present: count({ all: [], none: [], any: [] }),
    records: count(counted),
    excluded: excluded === null ? null : count(excluded),
    filled: field === null || absent !== null ? null : count(filled),
    amount: null,
    whole: null,
    newestOn: null,
  }
  const sum = (of: string, filter: Filter): Aggregate => ({ what: 'sum', column: of, absent: of === column ? absent : null, filter })
  if (part !== null) {
    reading.amount = field === null ? count(part) : sum(column, part)
    reading.whole = field === null ? reading.records : sum(over?.columns[0] ?? column, counted)
  }
  if (form === 'sum') reading.amount = sum(column, counted)
  if (form === 'distinct') reading.amount = { what: 'distinct', columns: field?.columns ?? [], filter: counted }
  if (form === 'latest') {
    reading.amount = { what: 'newest', column, filter: filled }
    reading.newestOn = { what: 'newest-day', column, filter: filled }
  }
  return reading
}

/** A record in which only one of two compared numbers is filled in says nothing about their proportion. */
function incomparable(metric: Metric, field: Sought, over: Sought): Test[] {
  if (over === null || over === 'missing' || field === null || field === 'missing') return []
  const compared = metric.absent === undefined ? [field, over] : [over]
  return compared.map((place) => ({ columns: place.columns, values: null }))
}

type Sought = FieldPlace | null | 'missing'

function placeOf(field: string | undefined, columns: ColumnMap): Sought {
  return field === undefined ? null : (columns.get(field) ?? 'missing')
}

function tests(condition: Condition, columns: ColumnMap): (Test | null)[] {
  return Object.entries(condition).map(([field, values]) => {
    const place = columns.get(field)
    return place === undefined ? null : { columns: place.columns, values }
  })
}

function known(list: (Test | null)[]): Test[] {
  return list.filter((test) => test !== null)
}

function count(filter: Filter): Aggregate {
  return { what: 'count', filter }
}
