import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useText } from '../../../web/ui/language.tsx'
import { useUnits } from './questions.ts'
import { texts } from './texts.ts'
import { branchesOf } from './unit-branches.ts'

interface Props {
  value?: string | null
  onChange?(unitId: string | null): void
  /** Needed where no visible label names the field. */
  label?: string
  id?: string
  placeholder?: string
  /** Whether it can be emptied, which means the whole body. */
  clearable?: boolean
  disabled?: boolean
  /** The tree as it was on a day (2026-03-05); today when left out. */
  on?: string
  /** Units that cannot be picked: those for which it says false. */
  selectable?(unitId: string): boolean
  className?: string
}

/** Picks a unit of those the reader may read, by its place in the tree or by typing part of its name. */
export function UnitPicker({ value, onChange, label, placeholder, clearable = true, on, selectable, ...rest }: Props) {
  const { picker } = useText(texts)
  const units = useUnits(on)
  const branches = useMemo(() => branchesOf(units.data?.units ?? [], selectable), [units.data, selectable])
  return (
    <TreeSelect
      {...rest}
      value={value ?? undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      aria-label={label}
      placeholder={placeholder ?? picker.placeholder}
      treeData={branches}
      loading={units.isPending}
      notFoundContent={units.isError ? picker.failed : picker.none}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear={clearable}
      popupMatchSelectWidth={false}
    />
  )
}
