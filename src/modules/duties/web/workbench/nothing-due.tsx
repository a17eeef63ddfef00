import { Button, Space } from 'antd'
import { goTo } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { useDuties } from '../questions.ts'
import { texts } from './texts.ts'

/** Nothing is due: either nothing was ever taken on, and then what a duty is; or all is in order. */
export function NothingDue() {
  const { quiet, nothingYet, seeMatrix, takeOn } = useText(texts)
  const mayManage = useMay('duties:manage')
  const duties = useDuties(null)
  if (duties.data === undefined) return null
  const isTakenOn = duties.data.packs.some(({ adoptions }) => adoptions.length > 0)
  return (
    <Blank {...(isTakenOn ? quiet : nothingYet)}>
      <Space wrap>
        {isTakenOn && <Button onClick={() => goTo('/duties')}>{seeMatrix}</Button>}
        {!isTakenOn && mayManage && <Button type="primary" onClick={() => goTo('/duties/list')}>{takeOn}</Button>}
      </Space>
    </Blank>
  )
}
