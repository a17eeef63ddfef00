import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useEffect } from 'react'
import { readWorkbench } from '../modules/duties/contract/overview.ts'
import ReportsPage from '../modules/reports/web/reports-page.tsx'
import { steps } from './ui/address.ts'
import { server } from './ui/server.ts'
import { useMay } from './ui/session.ts'

/** Where the program opens: on the workbench for those who have tasks, else on the reports. */
export default function HomePage() {
  const mayRead = useMay('duties:read')
  const desk = useQuery({
    queryKey: ['duties', 'workbench', { whose: 'mine' }],
    queryFn: () => server.call(readWorkbench, { query: { whose: 'mine' } }),
    enabled: mayRead,
    retry: false,
  })
  const { mine = false, counts, changes = [] } = desk.data ?? {}
  const hasTasks = mine && counts !== undefined && counts.late + counts.dueIn7 + counts.dueIn30 + counts.approvals + changes.length > 0
  useEffect(() => {
    if (hasTasks) steps.replace('/workbench')
  }, [hasTasks])
  if ((mayRead && desk.isPending) || hasTasks) return <Skeleton active paragraph={{ rows: 6 }} />
  return <ReportsPage />
}
