import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { previewUpgrade } from '../../contract/duty.ts'
import { PlanView } from './plan-view.tsx'
import { texts } from './texts.ts'
import './responsibility.css'

/** What a pack's newer version would change of the open tasks. */
export function UpgradeTasks({ pack }: { pack: string }) {
  const messages = useText(texts)
  const plan = useQuery({ queryKey: ['duties', 'upgrade', pack], queryFn: () => server.call(previewUpgrade, { params: { pack } }) })
  if (plan.isError) return <Failure error={plan.error} retry={() => void plan.refetch()} />
  return plan.isSuccess ? <PlanView plan={plan.data} title={messages.afterUpgrade} /> : null
}
