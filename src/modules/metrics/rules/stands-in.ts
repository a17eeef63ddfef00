import type { Condition, Metric } from '../../packs/schema/metric.ts'

type Fields = Record<string, string | number | string[]>

/**
 * Whether a metric, narrowed by facets, counts a record of its kind or leaves it out by its exclusions; null when it
 * is not about it. For `latest`, whether it could be the one: which is the newest only a query can tell.
 */
export function standsIn(metric: Metric, fields: Fields, facets: Record<string, string> = {}): 'counted' | 'excluded' | null {
  const narrowing = metric.narrows === 'part' ? {} : Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value]]))
  if (!meetsAll(metric.where, fields) || !meetsAll(narrowing, fields)) return null
  if (meetsAny(metric.excluding, fields) || isIncomparable(metric, fields)) return 'excluded'
  if (addsNothing(metric, fields)) return null
  return 'counted'
}

/** A sum or the latest of a field that is not filled in, and counts for nothing then. */
function addsNothing({ form, field, absent }: Metric, fields: Fields): boolean {
  return ['sum', 'distinct', 'latest'].includes(form) && field !== undefined && absent === undefined && fields[field] === undefined
}

function meetsAll(condition: Condition, fields: Fields): boolean {
  return Object.entries(condition).every(([field, values]) => hasOne(fields[field], values))
}

function meetsAny(condition: Condition, fields: Fields): boolean {
  return Object.entries(condition).some(([field, values]) => hasOne(fields[field], values))
}

function hasOne(value: Fields[string] | undefined, values: string[]): boolean {
  return value !== undefined && [value].flat().some((one) => values.includes(String(one)))
}

/** Of two compared numbers only one is filled in. */
function isIncomparable({ field, over, absent }: Metric, fields: Fields): boolean {
  if (field === undefined || over === undefined) return false
  return fields[over] === undefined || (absent === undefined && fields[field] === undefined)
}
