import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Truth as TruthSlot } from './score.ts'

interface Truth {
  lines: number
  slots: TruthSlot[]
}
interface KindEntry {
  fields: Record<string, { type: string; vocabulary?: string; facet?: boolean }>
}
interface MetricEntry {
  kind: string
  facets?: string[]
}
interface VocabularyEntry {
  open?: boolean
  values: Record<string, unknown>
}

const packs = join(import.meta.dirname, '../../packs')
const kinds = entries<KindEntry>('kinds')
const metrics = entries<MetricEntry>('metrics')
const vocabularies = entries<VocabularyEntry>('vocabularies')

/** Declares the tests of every labelled report of a folder: positions, overlaps, and ids that the shipped packs have. */
export function checkLabels(folder: string): void {
  const registers = readdirSync(folder).filter(name => name.endsWith('.truth.json')).map(name => basename(name, '.truth.json'))

  describe.each(registers)('the labelled report %s', register => {
    const lines = readFileSync(join(folder, `${register}.txt`), 'utf8').replace(/\n$/, '').split('\n')
    const truth = JSON.parse(readFileSync(join(folder, `${register}.truth.json`), 'utf8')) as Truth

    it('has the text of every slot at its position', () => {
      expect(truth.lines).toBe(lines.length)
      for (const slot of truth.slots) {
        expect(lines[slot.line - 1]?.slice(slot.column, slot.column + slot.length), at(slot)).toBe(slot.text)
      }
    })

    it('orders its slots, and none overlaps the next', () => {
      truth.slots.forEach((slot, index) => {
        const next = truth.slots[index + 1]
        if (next === undefined) return
        const apart = next.line > slot.line || (next.line === slot.line && next.column >= slot.column + slot.length)
        expect(apart, `${at(slot)} and ${at(next)}`).toBe(true)
      })
    })

    it('gives figures a form, other slots none, and never both a metric and a proposal', () => {
      for (const slot of truth.slots) {
        expect(slot.form !== null, at(slot)).toBe(slot.kind === 'figure')
        expect(slot.metric !== null && slot.proposal !== null, at(slot)).toBe(false)
      }
    })

    it('names metrics, facets and values that the shipped packs have', () => {
      expect(truth.slots.flatMap(slot => unknownIn(slot))).toEqual([])
    })
  })
}

function unknownIn(slot: TruthSlot): string[] {
  return [slot, ...(slot.also ?? [])].flatMap(one => [
    ...('proposal' in one ? unknownKind(one.proposal) : []),
    ...('metric' in one ? unknownBinding(one.metric, one.facets) : []),
  ]).map(problem => `${at(slot)}: ${problem}`)
}

function unknownKind(proposal: TruthSlot['proposal']): string[] {
  return proposal !== null && /^[a-z]/.test(proposal.kind) && !kinds.has(proposal.kind) ? [`no kind ${proposal.kind}`] : []
}

function unknownBinding(id: string | null, facets: Record<string, string>): string[] {
  if (id === null) return Object.keys(facets).map(facet => `${facet} without a metric`)
  const metric = metrics.get(id)
  if (metric === undefined) return [`no metric ${id}`]
  const fields = kinds.get(metric.kind)?.fields ?? {}
  return Object.entries(facets).flatMap(([facet, value]) => {
    const field = fields[facet]
    const allowed = metric.facets === undefined ? field?.facet === true : metric.facets.includes(facet)
    if (field === undefined || !allowed) return [`${id} has no facet ${facet}`]
    const vocabulary = field.vocabulary === undefined ? undefined : vocabularies.get(field.vocabulary)
    const known = vocabulary === undefined || vocabulary.open === true || value in vocabulary.values
    return known ? [] : [`${field.vocabulary} has no value ${value}`]
  })
}

function entries<Entry>(folder: string): Map<string, Entry> {
  const found = new Map<string, Entry>()
  for (const pack of readdirSync(packs)) {
    for (const name of yamlNames(join(packs, pack, folder))) {
      found.set(basename(name, '.yaml'), parse(readFileSync(join(packs, pack, folder, name), 'utf8')) as Entry)
    }
  }
  return found
}

function yamlNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.yaml'))
  } catch {
    return []
  }
}

function at(slot: TruthSlot): string {
  return `line ${slot.line} column ${slot.column} ${JSON.stringify(slot.text)}`
}
