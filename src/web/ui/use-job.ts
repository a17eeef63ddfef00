import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cancelJob, listJobs, readJob, type Job } from '../../platform/jobs/contract.ts'
import { server } from './server.ts'
import { useMay } from './session.ts'

const askEveryMs = 700
const lookEveryMs = 5_000

/** A background job by its id, asked again until it has ended; null asks for none. */
export function useJob(jobId: string | null) {
  return useQuery({
    queryKey: ['job', jobId],
    queryFn: () => server.call(readJob, { params: { jobId: jobId ?? '' } }),
    enabled: jobId !== null,
    refetchInterval: ({ state }) => (state.data === undefined || hasEnded(state.data) ? false : askEveryMs),
  })
}

/** One's own jobs, newest first; asked more often while one is running. */
export function useJobs() {
  const mayRead = useMay('jobs:read')
  return useQuery({
    queryKey: ['jobs'],
    queryFn: () => server.call(listJobs, { query: { limit: 20 } }),
    enabled: mayRead,
    refetchInterval: ({ state }) => (state.data?.jobs.every(hasEnded) === false ? askEveryMs : lookEveryMs),
  })
}

/** Tells a job to stop. */
export function useCancelJob() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (jobId: string) => server.call(cancelJob, { params: { jobId } }),
    onSuccess: (job) => {
      queries.setQueryData(['job', job.jobId], job)
      void queries.invalidateQueries({ queryKey: ['jobs'] })
    },
  })
}

/** Lets the header know of a job at once, after a page has started one. */
export function useAnnounceJob(): (job: Job) => void {
  const queries = useQueryClient()
  return (job) => {
    queries.setQueryData(['job', job.jobId], job)
    void queries.invalidateQueries({ queryKey: ['jobs'] })
  }
}

export function hasEnded({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}
