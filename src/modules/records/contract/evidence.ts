import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

const params = z.strictObject({ recordId: z.uuid() })
const oneOf = z.strictObject({ recordId: z.uuid(), evidenceId: z.uuid() })

export const EvidenceView = z.object({
  evidenceId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  /** The day it stands for; beside it the moment the program received it. */
  standsFor: z.string(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  detached: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
})

export type EvidenceView = z.output<typeof EvidenceView>

export const attachEvidence = endpoint({
  name: 'evidence.attach',
  method: 'POST',
  path: '/api/records/:recordId/evidence',
  permission: 'records:enter',
  summary: 'Add a stored file to a record, with the day it stands for.',
  params,
  body: z.strictObject({
    file: z.strictObject({ name: z.string().min(1).max(255), sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为 SHA-256') }),
    standsFor: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为 2026-03-05 的形式'),
  }),
  reply: z.object({ evidenceId: z.string() }),
})

export const detachEvidence = endpoint({
  name: 'evidence.detach',
  method: 'POST',
  path: '/api/records/:recordId/evidence/:evidenceId/detach',
  permission: 'records:enter',
  summary: 'Take a file from a record, with the reason; it stays readable in the history.',
  params: oneOf,
  body: z.strictObject({ reason: z.string().trim().min(1, '请写明原因').max(500, '不超过 500 字') }),
  reply: z.object({ detached: z.boolean() }),
})

export const readEvidence = endpoint({
  name: 'evidence.read',
  method: 'GET',
  path: '/api/records/:recordId/evidence/:evidenceId/file',
  permission: 'records:read',
  noted: 'read',
  summary: 'A file of a record: pictures, PDF and text to look at, anything else to save.',
  params: oneOf,
  reply: 'bytes',
})

export const evidenceEndpoints = [attachEvidence, detachEvidence, readEvidence]
