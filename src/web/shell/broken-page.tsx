import { Failure } from '../ui/failure.tsx'

/** What stands in place of a page that failed while it was drawn. */
export function BrokenPage({ error }: { error: unknown }) {
  return <Failure error={error} retry={() => location.reload()} />
}
