import { Link } from '../../../web/ui/link.tsx'
import type { ListedUnit } from './unit-branches.ts'

interface Words {
  name: string
  type: string
  document: string
}

/** The columns of the list of units; found units are told by their full names. */
export function unitColumns(words: Words, types: Record<string, string>, isNarrowed: boolean) {
  return [
    {
      title: words.name,
      key: 'name',
      sorter: (a: ListedUnit, b: ListedUnit) => a.name.localeCompare(b.name, 'zh-CN'),
      render: (_: unknown, unit: ListedUnit) => (
        <span lang="zh-CN"><Link to={`/units/${unit.unitId}`} className={unit.type === 'group' ? 'unit-link unit-group' : 'unit-link'}>{isNarrowed ? unit.path : unit.name}</Link></span>
      ),
    },
    {
      title: words.type, key: 'type', width: 150, className: 'wide-only',
      sorter: (a: ListedUnit, b: ListedUnit) => a.type.localeCompare(b.type),
      render: (_: unknown, unit: ListedUnit) => <span className="muted">{types[unit.type] ?? unit.type}</span>,
    },
    { title: words.document, key: 'document', width: 260, className: 'wide-only', render: (_: unknown, unit: ListedUnit) => <span lang="zh-CN" className="muted">{unit.foundingDocument}</span> },
  ]
}
