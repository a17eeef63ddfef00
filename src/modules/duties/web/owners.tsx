import { useText } from '../../../web/ui/language.tsx'
import type { TaskRow } from '../contract/task.ts'
import { texts } from './texts.ts'

/** Who answers for a task: those who hold its post; that nobody does is said where it shows. */
export function Owners({ owners }: Pick<TaskRow, 'owners'>) {
  const { vacant } = useText(texts)
  if (owners.length === 0) return <span className="vacant">{vacant}</span>
  return <span lang="zh-CN">{owners.map(({ name, post }) => `${name}（${post}）`).join('、')}</span>
}
