import { UpgradeTasks } from '../../modules/duties/web/responsibility/upgrade-tasks.tsx'
import { UpgradePage } from '../../modules/packs/web/upgrade/upgrade-page.tsx'
import { useMay } from '../ui/session.ts'

/** The page of a pack's newer version, put together here: what changes in its texts, and what in the tasks that follow from them. */
export default function WholeUpgradePage() {
  const mayUpgrade = useMay('packs:write')
  return <UpgradePage consequences={(pack) => mayUpgrade && <UpgradeTasks pack={pack} />} />
}
