import { z } from 'zod'
import { endpoint } from '../contract/endpoint.ts'

export const JobView = z.object({
  jobId: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** What it is doing now, in words. */
  note: z.string(),
  startedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  result: z.unknown(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})

export type Job = z.output<typeof JobView>

export const listJobs = endpoint({
  name: 'jobs.list',
  method: 'GET',
  path: '/api/jobs',
  permission: 'jobs:read',
  summary: 'One’s own background jobs, newest first; an administrator sees those of all.',
  query: z.strictObject({ running: z.stringbool().optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  reply: z.object({ jobs: z.array(JobView) }),
})

export const readJob = endpoint({
  name: 'jobs.read',
  method: 'GET',
  path: '/api/jobs/:jobId',
  permission: 'jobs:read',
  summary: 'How far a background job is, and what came of it.',
  params: z.strictObject({ jobId: z.uuid() }),
  reply: JobView,
})

export const cancelJob = endpoint({
  name: 'jobs.cancel',
  method: 'POST',
  path: '/api/jobs/:jobId/cancel',
  permission: 'jobs:read',
  summary: 'Tell a running job to stop; what it had not finished is as if it had never been started.',
  params: z.strictObject({ jobId: z.uuid() }),
  reply: JobView,
})

export const jobEndpoints = [listJobs, readJob, cancelJob]
