import { Checkbox, TreeSelect } from 'antd'
import { openHere } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import type { KindDescription, RecordFilter } from '../../contract/list.ts'
import { texts } from './texts.ts'

/** The unit whose records are shown, with everything below it or without. */
export function UnitChoice({ kind, filter }: { kind: KindDescription; filter: RecordFilter }) {
  const messages = useText(texts)
  const known = new Set(kind.units.map(({ unitId }) => unitId))
  return (
    <TreeSelect
      aria-label={messages.unit}
      className="unit-choice"
      placeholder={messages.allUnits}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandAll
      treeDataSimpleMode={{ id: 'unitId', pId: 'parentId', rootPId: '' }}
      popupMatchSelectWidth={320}
      value={filter.unit ?? null}
      treeData={kind.units.map(({ unitId, name, parentId }) => ({
        unitId, value: unitId, title: name, parentId: parentId !== null && known.has(parentId) ? parentId : '',
      }))}
      onChange={(unit: string | null | undefined) => openHere({ unit: unit ?? null, unitOnly: null, page: null })}
      popupRender={(tree) => (
        <>
          {tree}
          {filter.unit !== undefined && (
            <Checkbox
              className="unit-only" checked={filter.unitOnly === true}
              onChange={() => openHere({ unitOnly: filter.unitOnly === true ? null : 'yes', page: null })}
            >
              {messages.unitOnly}
            </Checkbox>
          )}
        </>
      )}
    />
  )
}
