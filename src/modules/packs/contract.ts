import { z } from 'zod'
import { endpoint } from '../../platform/contract/endpoint.ts'
import { Source } from './schema/common.ts'
import { Kind } from './schema/kind.ts'
import { Metric } from './schema/metric.ts'
import { Vocabulary } from './schema/vocabulary.ts'

const PackId = z.strictObject({ pack: z.string().max(80) })

export const PackSummary = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  /** The version that the program brings, where its text differs from the one in force. */
  offered: z.string().nullable(),
  /** The version that was in force before, to which one may go back. */
  earlier: z.string().nullable(),
  source: Source,
  needs: z.array(z.string()),
  kinds: z.number().int(),
  metrics: z.number().int(),
  vocabularies: z.number().int(),
  duties: z.number().int(),
  adoptedBy: z.string(),
  adoptedAt: z.string(),
})

const entry = { id: z.string(), pack: z.string() }

export const listPacks = endpoint({
  name: 'packs.list',
  method: 'GET',
  path: '/api/packs',
  permission: 'packs:read',
  summary: 'The packs in force, the body’s own last.',
  reply: z.object({ packs: z.array(PackSummary) }),
})

export const readCatalogue = endpoint({
  name: 'packs.catalogue',
  method: 'GET',
  path: '/api/catalogue',
  permission: 'packs:read',
  summary: 'Every kind, metric and vocabulary in force.',
  reply: z.object({
    kinds: z.array(Kind.extend(entry)),
    metrics: z.array(Metric.extend(entry)),
    vocabularies: z.array(Vocabulary.extend(entry)),
  }),
})

export const FileDifference = z.object({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** What it means, in Chinese sentences. */
  words: z.array(z.string()),
})

export const listTemplates = endpoint({
  name: 'packs.templates',
  method: 'GET',
  path: '/api/packs/templates',
  permission: 'packs:read',
  summary: 'The report templates of the packs in force, with the metrics they use.',
  reply: z.object({ templates: z.array(z.object({ id: z.string(), pack: z.string(), title: z.string(), metrics: z.array(z.string()) })) }),
})

export const readUpgrade = endpoint({
  name: 'packs.upgrade-preview',
  method: 'GET',
  path: '/api/packs/:pack/upgrade',
  permission: 'packs:read',
  summary: 'What the version that the program brings would change.',
  params: PackId,
  reply: z.object({ from: z.string(), to: z.string(), differences: z.array(FileDifference) }),
})

export const upgradePack = endpoint({
  name: 'packs.upgrade',
  method: 'POST',
  path: '/api/packs/:pack/upgrade',
  permission: 'packs:write',
  summary: 'Put the version that the program brings in force.',
  params: PackId,
  body: z.strictObject({ from: z.string().max(20) }),
  reply: PackSummary,
})

export const rollBackPack = endpoint({
  name: 'packs.roll-back',
  method: 'POST',
  path: '/api/packs/:pack/roll-back',
  permission: 'packs:write',
  summary: 'Put the version in force again that was before.',
  params: PackId,
  body: z.strictObject({ from: z.string().max(20) }),
  reply: PackSummary,
})

const Files = z.record(z.string().max(120), z.string().max(256 * 1024).nullable()).refine((files) => Object.keys(files).length <= 100, '一次最多改 100 个文件')

export const PackProblemView = z.object({ file: z.string(), line: z.number().int(), message: z.string() })

export const readLocalPack = endpoint({
  name: 'packs.local',
  method: 'GET',
  path: '/api/packs/local/files',
  permission: 'packs:read',
  summary: 'The files of the body’s own pack; version null while there is none.',
  reply: z.object({ version: z.string().nullable(), files: z.array(z.object({ path: z.string(), text: z.string() })) }),
})

export const checkLocalPack = endpoint({
  name: 'packs.local-check',
  method: 'POST',
  path: '/api/packs/local/check',
  permission: 'packs:read',
  summary: 'Every mistake the body’s own pack would have after a change; nothing is stored.',
  body: z.strictObject({ files: Files }),
  reply: z.object({ problems: z.array(PackProblemView) }),
})

export const changeLocalPack = endpoint({
  name: 'packs.local-change',
  method: 'POST',
  path: '/api/packs/local/files',
  permission: 'packs:write',
  summary: 'Change files of the body’s own pack; all of it must be right.',
  body: z.strictObject({ expected: z.string().max(20).nullable(), files: Files }),
  reply: z.object({ version: z.string() }),
})

export const packEndpoints = [listPacks, readCatalogue, listTemplates, readUpgrade, upgradePack, rollBackPack, readLocalPack, checkLocalPack, changeLocalPack]
