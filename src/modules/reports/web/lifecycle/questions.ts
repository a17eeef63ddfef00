import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { server } from '../../../../web/ui/server.ts'
import { discardReport, issueReport, readSteps, returnReport, reviewReport, submitReport } from '../../contract.ts'

export type Steps = ReplyOf<typeof readSteps>
export type Verb = 'submit' | 'return' | 'review' | 'issue' | 'discard'

export function useSteps(reportId: string) {
  return useQuery({ queryKey: ['report-steps', reportId], queryFn: () => server.call(readSteps, { params: { reportId } }) })
}

/** What a person says with a verb. */
export interface Said {
  words: string
  annex: boolean
}

/** Takes a step; `steps` is the report as the person sees it. */
export async function takeStep(verb: Verb, { reportId, version, state }: Steps, { words, annex }: Said): Promise<void> {
  const params = { reportId }
  const note = words.trim() === '' ? {} : { note: words.trim() }
  if (verb === 'submit') await server.call(submitReport, { params, body: { version, ...note } })
  if (verb === 'review') await server.call(reviewReport, { params, body: { version, ...note } })
  if (verb === 'return') await server.call(returnReport, { params, body: { version, reason: words.trim() } })
  if (verb === 'discard') await server.call(discardReport, { params, body: { version, reason: words.trim() } })
  if (verb === 'issue') {
    const withoutReview = state === 'reviewed' ? {} : { withoutReview: words.trim() }
    await server.call(issueReport, { params, body: { version, annex, ...withoutReview } })
  }
}

/** Everything that is shown of a report, read anew. */
export function useRereadReport(): () => Promise<unknown> {
  const queries = useQueryClient()
  const affected = new Set(['reports', 'report', 'report-steps', 'report-draft', 'draft'])
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => affected.has(String(queryKey[0])) })
}
