import type { ReadPack } from './read-pack.ts'
import type { Duty } from './schema/duty.ts'
import type { Kind } from './schema/kind.ts'
import type { Metric } from './schema/metric.ts'
import type { Vocabulary } from './schema/vocabulary.ts'

/** What the entries of a pack may refer to: its own entries and those of the packs it needs, at any depth. */
export interface Scope {
  kinds: Map<string, Kind>
  metrics: Map<string, Metric>
  vocabularies: Map<string, Vocabulary>
  duties: Map<string, Duty>
}

/** Builds the scope of `pack`; a cycle of needs ends where it closes. */
export function scopeOf(pack: ReadPack, byId: ReadonlyMap<string, ReadPack>): Scope {
  const scope: Scope = { kinds: new Map(), metrics: new Map(), vocabularies: new Map(), duties: new Map() }
  const waiting = [pack]
  const seen = new Set(waiting)
  for (const next of waiting) {
    for (const { id, value } of next.kinds) scope.kinds.set(id, value)
    for (const { id, value } of next.metrics) scope.metrics.set(id, value)
    for (const { id, value } of next.vocabularies) scope.vocabularies.set(id, value)
    for (const { id, value } of next.duties) scope.duties.set(id, value)
    for (const need of next.manifest?.value.needs ?? []) {
      const needed = byId.get(need)
      if (needed === undefined || seen.has(needed)) continue
      seen.add(needed)
      waiting.push(needed)
    }
  }
  return scope
}
