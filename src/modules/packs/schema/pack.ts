import { z } from 'zod'
import type { CalendarFile } from './calendar.ts'
import { Id, Source, Titles } from './common.ts'
import type { Duty } from './duty.ts'
import type { Kind } from './kind.ts'
import type { Metric } from './metric.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `pack.yaml`: what the pack is, and the packs whose kinds, metrics and vocabularies it refers to. */
export const PackManifest = z.strictObject({
  id: Id,
  ...Titles,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, '版本号应写作 1.0.0 的样子'),
  needs: z.array(Id).default([]),
  licence: z.string().min(1),
  source: Source,
})

export type PackManifest = z.infer<typeof PackManifest>

/** The packs a tenant has adopted, merged: entries by id, each with the pack that brought it. */
export interface Catalogue {
  packs: { id: string; version: string; title: string }[]
  kinds: Map<string, Kind & { id: string; pack: string }>
  metrics: Map<string, Metric & { id: string; pack: string }>
  vocabularies: Map<string, Vocabulary & { id: string; pack: string }>
  duties: Map<string, Duty & { id: string; pack: string }>
  /** By year. A body's own calendar takes the place of a shipped one. */
  calendars: Map<string, CalendarFile & { id: string; pack: string }>
}

/** A catalogue before any pack is in it. */
export function emptyCatalogue(): Catalogue {
  return { packs: [], kinds: new Map(), metrics: new Map(), vocabularies: new Map(), duties: new Map(), calendars: new Map() }
}
