import { Button, Checkbox, Select, Skeleton } from 'antd'
import { goTo, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { useIsWide, useMatch } from '../../../../web/ui/use-screen.ts'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import type { Matrix } from '../../contract/overview.ts'
import { ask, useAskedYear, withUnit, yearsToChoose, type AskedYear } from '../asked.ts'
import { DutyPlaces } from '../places.tsx'
import { useDuties, useMatrix } from '../questions.ts'
import { TaskDrawer } from '../task/task-drawer.tsx'
import { CellDrawer } from './cell-drawer.tsx'
import { Legend } from './legend.tsx'
import { MatrixList } from './matrix-list.tsx'
import { MatrixTable } from './matrix-table.tsx'
import './matrix.css'
import { texts } from './texts.ts'

/** 责任: duties × periods of a year, for a unit or in numbers for all below it. */
export default function MatrixPage() {
  const messages = useText(texts)
  const asked = useAskedYear()
  const pack = useAddress().query.get('pack')
  const found = useMatrix(withUnit(asked.unitId, { year: asked.year, ...(asked.below ? { below: 'true' } : {}), ...(pack === null ? {} : { pack }) }))
  usePageTitle(messages.title)
  return (
    <section className="matrix-page" aria-busy={found.isFetching}>
      <h1 className="page-title">{messages.title}</h1>
      <DutyPlaces />
      <Toolbar asked={asked} pack={pack} matrix={found.data} />
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && <Found matrix={found.data} year={asked.year} />}
      <CellDrawer unitId={found.data?.unitId ?? asked.unitId} />
      <TaskDrawer />
    </section>
  )
}

function Toolbar({ asked, pack, matrix }: { asked: AskedYear; pack: string | null; matrix: Matrix | undefined }) {
  const messages = useText(texts)
  const duties = useDuties(asked.unitId)
  const packs = duties.data?.packs.filter(({ adoptions }) => adoptions.length > 0) ?? []
  return (
    <div className="toolbar duty-toolbar no-print" role="search">
      <UnitPicker className="unit-choice" label={messages.unit} value={matrix?.unitId ?? asked.unitId} clearable={false} onChange={(unit) => ask({ unit })} />
      <Checkbox className="toolbar-check" checked={asked.below} onChange={({ target }) => ask({ below: target.checked ? 'yes' : null })}>{messages.below}</Checkbox>
      <Select className="year-choice" aria-label={messages.year} value={asked.year} onChange={(year) => ask({ year: String(year) })} options={yearsToChoose(asked.year, matrix?.years).map((value) => ({ value, label: messages.yearOf(value) }))} />
      <Select allowClear aria-label={messages.pack} placeholder={messages.anyPack} value={pack ?? undefined} onChange={(value?: string) => ask({ pack: value ?? null })} options={packs.map(({ id, title }) => ({ value: id, label: title }))} popupMatchSelectWidth={false} />
      <div className="toolbar-actions"><Button icon={<Icon shape="print" />} onClick={() => print()}>{messages.print}</Button></div>
    </div>
  )
}

function Found({ matrix, year }: { matrix: Matrix; year: number }) {
  const messages = useText(texts)
  const [isWide, isPrinted] = [useIsWide(), useMatch('print')]
  if (matrix.rows.length === 0) return <NoRows />
  return (
    <>
      <p className="matrix-caption"><span lang="zh-CN">{matrix.unit}</span> {messages.yearOf(year)}</p>
      <Legend />
      {isWide || isPrinted ? <MatrixTable rows={matrix.rows} year={year} today={matrix.today} /> : <MatrixList rows={matrix.rows} />}
    </>
  )
}

function NoRows() {
  const { empty, emptyReader, takeOn } = useText(texts)
  const mayManage = useMay('duties:manage')
  return (
    <Blank {...(mayManage ? empty : emptyReader)}>
      {mayManage && <Button type="primary" onClick={() => goTo('/duties/list')}>{takeOn}</Button>}
    </Blank>
  )
}
